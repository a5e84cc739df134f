import Content
import Output
import Safeguarding

extension WishScreen {
    /// What stands in place of a topic that a grown-up has to see: it holds (as something that must never come), and is named
    /// nowhere.
    static let unshown = "something that is not shown here"

    /// A fact as it may be shown.
    package func shown(_ fact: Fact) -> Fact {
        guard fact.item == nil else { return fact }
        var shown = fact
        switch fact.kind {
        case .more, .less, .never, .allow, .enough: shown.value = topic(fact.value)
        case .interests, .avoid, .strengths, .needs: shown.value = fact.values.map { topic($0) }.joined(separator: ";")
        default: return fact
        }
        return shown
    }

    /// A text that may quote topics, as it may be shown.
    package func shown(_ text: String, quoting topics: [String]) -> String {
        topics.filter { verdict(of: $0) != nil }.reduce(text) { $0.replacing("'\($1)'", with: Self.unshown) }
    }

    /// A text without others that may stand in it.
    package func shown(_ text: String, leavingOut texts: [String]) -> String {
        texts.reduce(text) { $0.replacing($1, with: Self.unshown) }
    }

    /// A finding without texts that may stand in it.
    package func shown(_ finding: Finding, leavingOut texts: [String]) -> Finding {
        Finding(
            finding.severity, at: shown(finding.place, leavingOut: texts),
            shown(finding.problem, leavingOut: texts), remedy: shown(finding.remedy, leavingOut: texts))
    }

    /// What somebody typed, in quotes, where it may be quoted.
    package func quoted(_ text: String) -> String { verdict(of: text) == nil ? "'\(text)'" : "of that name" }

    /// A profile as it may be shown: what holds goes on to hold, and only its words are left out.
    package func shown(_ profile: InterestProfile) -> InterestProfile {
        func topics(_ topics: [InterestProfile.Topic]) -> [InterestProfile.Topic] {
            topics.map { known in
                var known = known
                known.phrase = topic(known.phrase)
                return known
            }
        }
        var shown = profile
        shown.wants = topics(profile.wants)
        shown.avoids = topics(profile.avoids)
        shown.less = topics(profile.less)
        shown.strengths = topics(profile.strengths)
        shown.needs = topics(profile.needs)
        return shown
    }

    /// What a number rests on, as it may be shown.
    package func shown(_ evidence: Evidence) -> Evidence {
        evidence.hiding({ verdict(of: $0) != nil }, as: Self.unshown)
    }

    /// Why something is in a list or not, as it may be shown.
    package func shown(_ explanation: Explanation, _ discretion: Discretion, profile: InterestProfile) -> Explanation {
        var shown = explanation
        switch explanation.outcome {
        case .removed(var verdict):
            verdict.because = self.shown(verdict.because, quoting: profile.avoids.map { $0.phrase })
            shown.outcome = .removed(verdict)
        case .placed(var entry):
            entry.reasons = discretion.toldToOthers(entry.reasons)
            shown.outcome = .placed(entry)
        case .stopped(.topicFull(let topic, let limit)):
            shown.outcome = .stopped(.topicFull(topic: self.topic(topic), limit: limit))
        case .stopped(.topicShare(let topic, let limit)):
            shown.outcome = .stopped(.topicShare(topic: self.topic(topic), limit: limit))
        case .stopped(.otherSense(let topic)):
            shown.outcome = .stopped(.otherSense(topic: self.topic(topic)))
        case .stopped: break
        }
        for index in shown.parts.indices {
            shown.parts[index].evidence = shown.parts[index].evidence.map { self.shown($0) }
        }
        return shown
    }

    private func topic(_ topic: String) -> String { verdict(of: topic) == nil ? topic : Self.unshown }
}
