import Content

/// The values that the templates of a teacher's mail show: the lists of a class are attached to it.
struct BundleFields {
    let shared: DocumentFields
    let envelope: Envelope
    /// How many lists are attached.
    let count: Int

    /// The names that these templates can use.
    static let scope = TemplateScope(
        texts: ["lang", "dir", "date", "school", "listCode", "madeBy", "subject", "heading", "intro", "stopPlain"])

    private var words: SpokenWords { shared.words }

    /// The subject: the class and the date.
    var subject: String {
        words.text(.printTitle, ["class": shared.name, "date": words.date(shared.document.edition.date)])
    }

    /// The values.
    var fields: TemplateFields {
        var fields = shared.shared()
        fields["subject"] = .text(subject)
        fields["heading"] = .text(subject)
        fields["intro"] = .text(words.text(.bundleIntro, ["count": String(count), "class": shared.name]))
        fields["stopPlain"] = .text(
            words.text(
                .stopPlain,
                [
                    "address": envelope.wishes.address,
                    "subject": SayBack.stopSubject(listCode: shared.listCode),
                ]))
        return fields
    }
}
