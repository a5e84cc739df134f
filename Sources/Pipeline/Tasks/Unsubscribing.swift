import Configuration
import Content
import Output
import Store

/// Stops the lists that a one-click address stands for. The school's web server, which gets the request, passes the token on.
public struct Unsubscribing: Sendable {
    let school: School
    let store: Store

    /// An unsubscriber over a school's store.
    public init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// Whose lists were stopped.
    public struct Answer: Sendable {
        /// The learner.
        public var learner: LearnerID
        /// Whether it was a guardian's address.
        public var isGuardian: Bool
    }

    /// Takes back the consent to mail of the address that a token was made for. A learner's consent to having lists at
    /// all stays: they still get theirs on paper.
    public func stop(token: String, now: Timestamp) throws -> Answer {
        let secret = try SchoolSecret.read(in: school.folder.data)
        let wanted = token.uppercased()
        for (id, facts) in try store.learners.facts() {
            let learner = Learner(id: id, facts: facts)
            let own = learner.email.map { [($0, false)] } ?? []
            let addresses = own + learner.guardianEmails.map { ($0, true) }
            for (address, isGuardian) in addresses
            where UnsubscribeToken(secret: secret, learner: id, address: address).description == wanted {
                return try stop(learner, address: address, isGuardian: isGuardian, now: now)
            }
        }
        throw RequestError(
            "no list goes to whom this token was made for. Either the address has changed since, or the token is not of "
                + "this school.")
    }

    private func stop(_ learner: Learner, address: String, isGuardian: Bool, now: Timestamp) throws -> Answer {
        // Consent that is taken back to "nobody has asked": no mail, and the list still comes on paper. Of several guardians
        // the others go on.
        let rest = learner.guardianEmails.filter { $0 != address }
        let fact =
            isGuardian
            ? Fact(
                learner: learner.id, kind: .guardianEmail, value: rest.joined(separator: ";"), origin: .guardian,
                at: now)
            : Fact(learner: learner.id, kind: .consent, value: "", origin: .learner, at: now)
        try store.learners.append([fact])
        return Answer(learner: learner.id, isGuardian: isGuardian)
    }
}
