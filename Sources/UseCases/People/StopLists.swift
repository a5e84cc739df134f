import Configuration
import Content
import Output
import Pipeline
import Store

/// Stops the lists by mail that a one-click address stands for, or lets them go on. The school's web server, which gets the request,
/// passes the token on.
public struct StopLists: UseCase {
    private let school: School
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { (school, store) = (open.school, open.store) }

    /// Whose lists.
    public struct Request: Sendable {
        /// The token of the address.
        public var token: String
        /// Whether the stop is taken back.
        public var undo: Bool

        /// The lists to the address of a token.
        package init(token: String, undo: Bool = false) {
            self.token = token
            self.undo = undo
        }
    }

    /// Whose lists were stopped, or go on.
    public struct Outcome: Sendable {
        /// The learner.
        public var learner: LearnerID
        /// Whether it was a guardian's address.
        public var isGuardian: Bool
        /// Whether they go on.
        public var goOn: Bool
    }

    /// Takes back the consent to mail of the address that a token was made for. A learner's consent to having lists at
    /// all stays: they still get theirs on paper. Stopping what is stopped changes nothing.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        try SchoolSecret.check(school.folder.data, store: store)
        guard let secret = try SchoolSecret.read(in: school.folder.data) else {
            throw PersonRefusal.noOneClickAddresses
        }
        let wanted = request.token.uppercased()
        // Mails of older versions have not left a word of whom they were for: then everybody is looked at.
        let holder = try store.outbox.holder(ofToken: wanted)
        let candidates =
            try holder.map { try store.learners.facts(about: [$0.learner]) } ?? store.learners.facts()
        for (id, facts) in candidates.readable {
            for address in Self.addresses(in: facts)
            where UnsubscribeToken(secret: secret, learner: id, address: address).description == wanted {
                // Of several who stop at once each sees what the others have said.
                return try store.write { scope in
                    try stop(id, address: address, undo: request.undo, now: now, in: scope)
                }
            }
        }
        throw PersonRefusal.tokenOfNobody
    }

    /// The addresses that a learner's lists go to, or did before they were stopped.
    private static func addresses(in facts: [Fact]) -> [String] {
        let guardians = Learner.guardianAddresses(in: facts)
        let own = facts.last { $0.kind == .email }.map { [$0.value] } ?? []
        return own.filter { !$0.isEmpty } + guardians.written + guardians.stopped
    }

    private func stop(_ id: LearnerID, address: String, undo: Bool, now: Timestamp, in scope: borrowing WriteScope)
        throws -> Outcome
    {
        let facts = try store.learners.facts(about: [id]).readable[id] ?? []
        let learner = Learner(id: id, facts: facts)
        let guardians = Learner.guardianAddresses(in: facts)
        func isMeant(_ other: String) -> Bool { other.lowercased() == address.lowercased() }
        let isOwn = learner.email.map(isMeant) ?? false
        let isGuardian = (guardians.written + guardians.stopped).contains(where: isMeant)
        var said: [Fact] = []
        // A no to mail alone: the list still comes on paper.
        if isOwn, undo {
            let ofRoster = [Fact.Kind.mailed, .consent].map { kind in
                facts.last { $0.kind == kind && $0.guardian == nil && $0.origin == .roster }?.value
            }
            guard ofRoster.contains("yes") else { throw PersonRefusal.noConsent(id) }
            if learner.agreed.mailed != true {
                // What older versions took back was the consent to all.
                if learner.consent == nil, ofRoster[1] == "yes" {
                    said.append(fact(id, .consent, "yes", by: .learner, now))
                }
                // What was said of all counts again, or what was said of mail.
                said.append(fact(id, .mailed, ofRoster[0] == "yes" ? "yes" : "", by: .learner, now))
            }
        } else if isOwn, learner.agreed.mailed == true {
            said.append(fact(id, .mailed, "no", by: .learner, now))
        }
        // Of several guardians the others go on.
        if guardians.written.contains(where: isMeant) != undo, isGuardian {
            let others = guardians.written.filter { !isMeant($0) }
            let goingOn = undo ? others + guardians.stopped.filter(isMeant) : others
            said.append(fact(id, .guardianEmail, goingOn.joined(separator: ";"), by: .guardian, now))
        }
        try store.learners.append(said, in: scope)
        return Outcome(learner: id, isGuardian: isGuardian && !isOwn, goOn: undo)
    }

    private func fact(
        _ id: LearnerID, _ kind: Fact.Kind, _ value: String, by origin: Fact.Origin, _ now: Timestamp
    ) -> Fact { Fact(learner: id, kind: kind, value: value, origin: origin, at: now) }
}
