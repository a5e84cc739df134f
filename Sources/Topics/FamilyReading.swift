/// What the phrases of one family that stand in an article come to.
struct FamilyReading {
    /// The family's number.
    var family: Int
    var table: PhraseTable
    /// The numbers of the words of title, tags and body.
    var words: [[Int32]]

    /// How many words around an unsure member its company may stand in.
    private static let near = 40

    /// What is found of the family. `hits`: in the order of texts and words.
    func findings(_ hits: ArraySlice<PhraseTable.Hit>, of own: TopicFamily, in article: TopicArticle) -> TopicFindings {
        var sightings = words.map { _ in [TopicSighting]() }
        var rest = hits
        while let first = rest.first {
            let part = rest.prefix { $0.part == first.part }
            rest = rest.dropFirst(part.count)
            sightings[Int(first.part)] = self.sightings(part, in: words[Int(first.part)])
        }
        return supported(
            TopicFindings(
                article: article, title: sightings[0], tags: sightings[1..<(sightings.count - 1)].flatMap { $0 },
                body: sightings[sightings.count - 1], isAlone: own.topic == nil, isBroad: own.isBroad == true,
                hasOthers: hits.contains { $0.width == nil }))
    }

    /// The members in a text, in their order, each part of the text once: what is part of a longer member or of something else is
    /// left out.
    private func sightings(_ hits: ArraySlice<PhraseTable.Hit>, in words: [Int32]) -> [TopicSighting] {
        // Only what is more than the member itself makes it something else.
        let others = hits.filter { $0.width == nil && $0.count > 1 }
        func isElse(_ hit: PhraseTable.Hit) -> Bool {
            (hit.start..<(hit.start + hit.count)).allSatisfy { word in
                others.contains { ($0.start..<($0.start + $0.count)).contains(word) && $0.count > hit.count }
            }
        }
        return TopicSighting.longest(
            hits.compactMap { hit in
                guard let width = hit.width, others.isEmpty || !isElse(hit) else { return nil }
                let sighting = TopicSighting(
                    part: Int(hit.part), start: Int(hit.start), count: Int(hit.count), width: width,
                    member: Int(hit.member), isProper: hit.isProper)
                return width != .unsure || hasCompany(sighting, in: words) ? sighting : nil
            })
    }

    /// Whether a word that tells the sense stands near. A word does not support itself.
    private func hasCompany(_ sighting: TopicSighting, in words: [Int32]) -> Bool {
        let own = sighting.range
        let window = max(0, own.lowerBound - Self.near)..<min(words.count, own.upperBound + Self.near)
        return window.contains { !own.contains($0) && table.isCompany(words[$0], of: family) }
    }

    /// Findings with how many different words tell the topic: asked only where there are members enough.
    private func supported(_ findings: TopicFindings) -> TopicFindings {
        guard !findings.isAlone, findings.speaksOfIt else { return findings }
        var findings = findings
        // Of a topic without company, as dictionaries and schools make them, nothing more can be asked.
        guard table.hasCompany(family) else {
            findings.support = .max
            return findings
        }
        func hard(_ sightings: [TopicSighting]) -> [TopicSighting] { sightings.filter { $0.width < .unsure } }
        let (title, body) = (hard(findings.title), hard(findings.body))
        let roots = roots(title, in: words[0]).union(roots(body, in: words[words.count - 1]))
        // Words that have other meanings support one another only where there are many of them: platforms and tracks are no trains.
        findings.support = roots.count - (title.isEmpty && body.isEmpty ? 2 : 0)
        return findings
    }

    /// The beginnings of the words by which sure members and the company in a text tell the topic, each once. A member of several words
    /// counts with all of them.
    private func roots(_ sightings: [TopicSighting], in words: [Int32]) -> Set<[Int32]> {
        let members = sightings.map { $0.count > 1 ? Array(words[$0.range]) : [table.root(of: words[$0.start])] }
        let company = Set(words.lazy.filter { table.isCompany($0, of: family) }).map { [table.root(of: $0)] }
        return Set(members + company)
    }
}
