import CGMime

/// A mail of a text and an HTML part, written by GMime: the only file that touches its pointers.
///
/// Ownership: every object made here is owned by this code until it is released below; what is added to a parent is
/// then kept alive by the parent's own reference. Address and header lists belong to their message and are only used
/// while it lives. Strings are copied by GMime when it is given them.
struct MimeMessage {
    /// Who sends, who gets, who is answered.
    var from: MailAddress
    var to: [MailAddress]
    var replyTo: MailAddress
    /// The subject, one line.
    var subject: String
    /// Headers that are written as they stand, already ASCII and folded; names and values in their order.
    var headers: [(name: String, value: String)]
    /// The boundary between the parts; never found in them, since both are encoded and it holds `=_`.
    var boundary: String
    /// The parts, with lines that end in LF.
    var text: String
    var html: String

    /// GMime must be initialised once before its first use; a global constant is initialised once, whatever the thread.
    private static let ready: Void = g_mime_init()

    /// The whole message with CR LF line ends.
    func bytes() -> [UInt8] {
        _ = MimeMessage.ready
        let message = g_mime_message_new(0)
        defer { g_object_unref(UnsafeMutableRawPointer(message)) }
        add([from], as: 1, to: message)
        add(to, as: 3, to: message)
        add([replyTo], as: 2, to: message)
        g_mime_message_set_subject(message, subject, "utf-8")
        for (name, value) in headers {
            g_mime_object_append_header(message, name, value, nil)
            // Given as raw, so that nothing folds or encodes what has a syntax of its own (addresses in angle brackets).
            if let header = g_mime_header_list_get_header(g_mime_object_get_header_list(message), name) {
                g_mime_header_set_raw_value(header, (value.hasPrefix("\r\n") ? value : " " + value) + "\r\n")
            }
        }
        let multipart = g_mime_multipart_new_with_subtype("alternative")
        defer { g_object_unref(UnsafeMutableRawPointer(multipart)) }
        g_mime_multipart_set_boundary(multipart, boundary)
        add(text, subtype: "plain", to: multipart)
        add(html, subtype: "html", to: multipart)
        g_mime_message_set_mime_part(message, multipart)
        return written(message)
    }

    private func add(_ addresses: [MailAddress], as type: Int32, to message: OpaquePointer) {
        let list = g_mime_message_get_addresses(message, type)
        for address in addresses {
            let mailbox = internet_address_mailbox_new(address.name, address.address)
            // Without a charset GMime picks the smallest that fits, which some readers no longer know.
            internet_address_set_charset(mailbox, "utf-8")
            _ = internet_address_list_add(list, mailbox)
            g_object_unref(UnsafeMutableRawPointer(mailbox))
        }
    }

    private func add(_ body: String, subtype: String, to multipart: OpaquePointer) {
        let part = g_mime_text_part_new_with_subtype(subtype)
        g_mime_text_part_set_charset(part, "utf-8")
        // Quoted-printable triples what is not ASCII: from a third of that on, base64 is shorter.
        let isMostlyASCII = body.utf8.count { $0 >= 0x80 } * 6 < body.utf8.count
        if isMostlyASCII {
            g_mime_text_part_set_text(part, body)
        } else {
            // Base64 hides line ends from the writer, so they must be CR LF before it (RFC 2045 6.8).
            let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
            g_mime_text_part_set_text(part, lines.joined(separator: "\r\n"))
        }
        g_mime_part_set_content_encoding(part, isMostlyASCII ? 5 : 4)
        g_mime_multipart_add(multipart, part)
        g_object_unref(UnsafeMutableRawPointer(part))
    }

    private func written(_ message: OpaquePointer) -> [UInt8] {
        let options = g_mime_format_options_new()
        defer { g_mime_format_options_free(options) }
        g_mime_format_options_set_newline_format(options, 1)
        // The string is ours, ends in NUL, and has none inside: both parts are encoded and headers hold no control.
        let string = g_mime_object_to_string(message, options)
        defer { g_free(string) }
        return UnsafeRawBufferPointer(start: string, count: gleaner_length(string)).map { $0 }
    }
}
