import Content

extension OneRosterPeople {
    /// These tables, with what an earlier import said of some learners in the place of what this one says: of whom nothing was changed, a later
    /// import of changes must find what is known of them, and not what nobody has said yes to.
    func keeping(_ learners: Set<String>, from before: OneRosterPeople) -> OneRosterPeople {
        guard !learners.isEmpty else { return self }
        var kept = self
        kept.known.formUnion(before.known)
        for id in learners {
            kept.users[id] = before.users[id]
            kept.roles[id] = before.roles[id]
        }
        for id in before.agents(of: learners) where kept.users[id] == nil && !learners.contains(id) {
            kept.users[id] = before.users[id]
            kept.roles[id] = before.roles[id]
        }
        for group in Set(before.enrolments.texts.keys).union(enrolments.texts.keys) {
            let own = before.enrolments.rows(of: group).filter { learners.contains($0.user) }
            let others = enrolments.rows(of: group).filter { !learners.contains($0.user) }
            guard !own.isEmpty || others.count < enrolments.rows(of: group).count else { continue }
            kept.enrolments.remove(group)
            for row in own + others { kept.enrolments.add(row, to: group) }
            guard !own.isEmpty, let known = before.classes[group] else { continue }
            kept.classes[group] = known
            for term in known.terms where kept.sessions[term] == nil { kept.sessions[term] = before.sessions[term] }
        }
        for (id, org) in before.orgs where kept.orgs[id] == nil { kept.orgs[id] = org }
        return kept
    }

    /// Whom learners name, and who names them.
    func agents(of learners: Set<String>) -> Set<String> {
        guard !learners.isEmpty else { return [] }
        let naming = users.filter { $0.value.agents.contains { learners.contains($0) } }.keys
        return Set(naming).union(learners.flatMap { users[$0]?.agents ?? [] }).subtracting(learners)
    }
}

extension OneRosterImport {
    /// The links of this import, with what is kept of an earlier one for learners of schools that wait for a yes.
    public func links(keeping learners: Set<LearnerID>, from earlier: [RosterLink]) -> [RosterLink] {
        guard !learners.isEmpty else { return links }
        let kept = OneRosterPeople(links: links).keeping(
            Set(learners.map(\.rawValue)), from: OneRosterPeople(links: earlier))
        return kept.links(of: Set(kept.users.keys))
    }
}
