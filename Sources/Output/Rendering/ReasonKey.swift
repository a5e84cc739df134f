/// The names of the reasons in `Config/reasons/LANG.yaml`, and the holes that each may have. Each is worded twice: under
/// `learner:` spoken to the learner, under `others:` about the learner.
enum ReasonKey: String, CaseIterable, Sendable {
    case asked, askedByTeacher, askedByGuardian, interest, need, strength, learnt
    case relatedAsked, related, mentioned
    case levelSame, levelHarder, levelEasier
    case nearness
    case pinned, pinnedUnnamed, assigned, assignedUnnamed
    case stretch, bestLeft, unnamed

    /// The names of the holes that it may have; `name` is the learner's.
    var holes: Set<String> {
        switch self {
        case .asked, .askedByTeacher, .askedByGuardian, .interest, .need, .strength, .learnt:
            ["phrase", "mentions", "name"]
        case .mentioned: ["phrase", "name"]
        case .related, .relatedAsked: ["words", "name"]
        case .levelSame, .levelHarder, .levelEasier, .stretch: ["name"]
        case .nearness: ["title", "mentions", "name"]
        case .pinned, .assigned: ["teacher", "name"]
        case .pinnedUnnamed, .assignedUnnamed, .bestLeft, .unnamed: ["name"]
        }
    }

    /// Every key of a reasons file with its holes.
    static var known: [String: Set<String>] {
        var known: [String: Set<String>] = [
            "joining.comma": [], "joining.and": [], "joining.mentions": ["words"], "joining.sentence": ["text"],
            "joining.from": ["text", "feed"], "joining.places": ["places", "text"], "joining.all": ["text"],
        ]
        for key in allCases {
            for voice in ReasonVoice.allCases { known["\(voice.rawValue).\(key.rawValue)"] = key.holes }
        }
        return known
    }

    /// What older versions told: that an article is new, or what a scorer measured, which says nothing of the learner.
    static var retired: [String: Set<String>] {
        var retired: [String: Set<String>] = [:]
        for voice in ReasonVoice.allCases {
            for key in ["ageToday", "ageYesterday", "ageDays", "ageOlder"] {
                retired["\(voice.rawValue).\(key)"] = ["days", "name"]
            }
            retired["\(voice.rawValue).measure"] = ["measure", "name"]
        }
        return retired
    }
}

/// Who a reason is told to.
enum ReasonVoice: String, CaseIterable, Sendable {
    /// The learner: "you".
    case learner
    /// A guardian or teacher: the learner by name.
    case others
}
