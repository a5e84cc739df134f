import Content

/// The values that the templates of a teacher's mail show: the lists of a class are attached to it.
struct BundleFields {
    let shared: DocumentFields
    let envelope: Envelope
    /// How many lists are attached.
    let count: Int
    /// For whom articles run out, and what is missing.
    var supply: [ListDocument.Supply] = []

    /// The names that these templates can use.
    static let scope = TemplateScope(
        texts: ["lang", "dir", "date", "school", "listCode", "madeBy", "subject", "heading", "intro", "stopPlain"]
            + DocumentFields.wordTexts,
        flags: ["hasSupply"],
        lists: ["supply": TemplateScope(texts: ["text"])])

    private var words: SpokenWords { shared.words }

    /// The subject: the class and the date.
    var subject: String {
        words.text(.printTitle, ["class": shared.name, "date": words.date(shared.document.edition.date)])
    }

    private func line(_ supply: ListDocument.Supply) -> String {
        words.text(
            .supplyLine,
            [
                "name": supply.name, "count": String(supply.needed), "language": words.nameOfLanguage(supply.language),
                "from": String(Int(max(0, supply.lowest).rounded())), "to": String(Int(supply.highest.rounded())),
                "date": words.date(supply.by),
            ])
    }

    /// The values.
    var fields: TemplateFields {
        var fields = shared.shared()
        fields["subject"] = .text(subject)
        fields["heading"] = .text(subject)
        fields["hasSupply"] = .flag(!supply.isEmpty)
        fields["supply"] = .list(supply.map { ["text": .text(line($0))] })
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
