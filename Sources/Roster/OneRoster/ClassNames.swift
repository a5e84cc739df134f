/// What the classes of a district are called. Each is told apart from all others: by its title, where several have that with the code
/// behind it, else with the id.
struct ClassNames {
    /// The name by the id.
    let names: [String: String]

    /// Names for all classes of an import.
    init(_ classes: [String: OneRosterClass]) {
        let titles = classes.map { (id: $0.key, title: Self.title($0.value, $0.key), code: $0.value.code) }
        let byTitle = Dictionary(grouping: titles) { $0.title }
        var names: [String: String] = [:]
        for (title, group) in byTitle {
            for one in group where group.count == 1 { names[one.id] = title }
            guard group.count > 1 else { continue }
            let codes = Dictionary(grouping: group) { $0.code }
            for one in group {
                let isOwn = !one.code.isEmpty && codes[one.code]?.count == 1
                names[one.id] = "\(title) (\(isOwn ? one.code : one.id))"
            }
        }
        // A title may be what another became.
        for (_, ids) in Dictionary(grouping: names.keys, by: { names[$0] ?? "" }) where ids.count > 1 {
            for id in ids { names[id] = "\(names[id] ?? "") (\(id))" }
        }
        self.names = names
    }

    private static func title(_ group: OneRosterClass, _ id: String) -> String {
        if !group.title.isEmpty, group.title.count <= 200 { return group.title }
        return group.code.isEmpty ? id : group.code
    }
}
