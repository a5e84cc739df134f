import CGMime

/// A mail of a text and an HTML part. The parts are encoded and put together by GMime; this is the only file that
/// touches its pointers.
///
/// The headers above them come written: GMime 3.2 puts a long word without blanks (a Chinese title) into one encoded-word
/// of over 75 octets, which RFC 2047 forbids, so ``EncodedWords`` does that part.
///
/// Ownership: every object made here is owned by this code until it is released below; a part that is added to the
/// multipart is then kept alive by the multipart's own reference. Strings are copied by GMime when it is given them.
struct MimeMessage {
    /// The headers but for `Content-Type`: ASCII lines, folded, each ending in CR LF.
    var headers: String
    /// The boundary between the parts; never found in them, since both are encoded and it holds `=_`.
    var boundary: String
    /// The text part, with lines that end in LF.
    var text: [UInt8]
    /// The HTML part, with lines that end in LF.
    var html: [UInt8]
    /// A file beside them.
    var attachment: Attachment?

    /// A file that goes with a mail.
    struct Attachment {
        /// Its name: ASCII.
        var name: String
        /// The two parts of its media type.
        var type: String
        var subtype: String
        /// What is in it.
        var bytes: [UInt8]
    }

    /// GMime must be initialised once before its first use; a global constant is initialised once, whatever the thread.
    private static let ready: Void = g_mime_init()

    /// The whole message with CR LF line ends.
    func bytes() -> [UInt8] {
        _ = MimeMessage.ready
        let multipart = g_mime_multipart_new_with_subtype("alternative")
        defer { g_object_unref(UnsafeMutableRawPointer(multipart)) }
        g_mime_multipart_set_boundary(multipart, boundary)
        add(text, subtype: "plain", to: multipart)
        add(html, subtype: "html", to: multipart)
        guard let attachment else { return written(multipart) }
        let mixed = g_mime_multipart_new_with_subtype("mixed")
        defer { g_object_unref(UnsafeMutableRawPointer(mixed)) }
        g_mime_multipart_set_boundary(mixed, boundary + "-all")
        g_mime_multipart_add(mixed, multipart)
        add(attachment, to: mixed)
        return written(mixed)
    }

    private func add(_ attachment: Attachment, to multipart: OpaquePointer) {
        let part = g_mime_part_new_with_type(attachment.type, attachment.subtype)
        defer { g_object_unref(UnsafeMutableRawPointer(part)) }
        set(attachment.bytes, of: part, encoded: 0)
        g_mime_object_set_disposition(part, "attachment")
        g_mime_part_set_filename(part, attachment.name)
        g_mime_part_set_content_encoding(part, 4)
        g_mime_multipart_add(multipart, part)
    }

    /// Gives a part its content; `encoded`: 5 where it is quoted-printable already.
    private func set(_ content: [UInt8], of part: OpaquePointer, encoded: Int32) {
        // Given as bytes: the function that takes a text re-encodes it to ISO-8859-1 where that fits. The stream copies
        // the buffer, so it need not outlive the call.
        let stream = content.withUnsafeBytes { bytes in
            bytes.assumingMemoryBound(to: CChar.self).baseAddress.map {
                g_mime_stream_mem_new_with_buffer($0, bytes.count)
            }
        }
        guard let stream else { return }
        let wrapper = g_mime_data_wrapper_new_with_stream(stream, encoded)
        g_mime_part_set_content(part, wrapper)
        g_object_unref(UnsafeMutableRawPointer(wrapper))
        g_object_unref(UnsafeMutableRawPointer(stream))
    }

    private func add(_ body: [UInt8], subtype: String, to multipart: OpaquePointer) {
        let part = g_mime_text_part_new_with_subtype(subtype)
        defer { g_object_unref(UnsafeMutableRawPointer(part)) }
        g_mime_text_part_set_charset(part, "utf-8")
        // Quoted-printable triples what is not ASCII: from a sixth of that on, base64 is shorter.
        let isMostlyASCII = EightBytes.count(in: body) { $0.notASCII } * 6 < body.count
        // Base64 hides line ends from the writer, so they must be CR LF before it (RFC 2045 6.8). Quoted-printable comes
        // encoded, which GMime is told and then leaves as it is: its own encoder takes as long as all of the rendering.
        let content = isMostlyASCII ? QuotedPrintable.encoded(body) : MimeMessage.withWireLines(body)
        set(content, of: part, encoded: isMostlyASCII ? 5 : 0)
        g_mime_part_set_content_encoding(part, isMostlyASCII ? 5 : 4)
        g_mime_multipart_add(multipart, part)
    }

    /// The bytes with CR LF for LF.
    private static func withWireLines(_ body: [UInt8]) -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity(body.count + body.count / 32)
        for byte in body {
            if byte == UInt8(ascii: "\n") { lines.append(UInt8(ascii: "\r")) }
            lines.append(byte)
        }
        return lines
    }

    /// The headers and an entity.
    private func written(_ multipart: OpaquePointer) -> [UInt8] {
        let options = g_mime_format_options_new()
        defer { g_mime_format_options_free(options) }
        g_mime_format_options_set_newline_format(options, 1)
        // The string is ours, ends in NUL, and has none inside: both parts are encoded.
        let string = g_mime_object_to_string(multipart, options)
        defer { g_free(string) }
        let count = gleaner_length(string)
        var message: [UInt8] = []
        message.reserveCapacity(headers.utf8.count + count)
        message += headers.utf8
        message += UnsafeRawBufferPointer(start: string, count: count)
        return message
    }
}
