import Content

/// What is found while lists are made into mails and pages.
extension Finding {
    /// Told once a run where lists are ready and the school has named no sender.
    static var noSenderForMail: Finding {
        Finding(
            .note, at: .part("mail"), "no mail was made: the configuration names no sender.",
            remedy: "Set 'from' under 'mail' in Config/gleaner.yaml, or leave it at print.")
    }

    /// Told once a run of each school of a district that has lists and no sender; nil: learners of none that is named.
    static func noSenderForMail(of school: SchoolName?, lists: Int) -> Finding {
        let whose = school.map { "of \($0)" } ?? "of learners whose school is none of 'schools'"
        let place = school.map { "'from' under 'schools', '\($0)', or under 'mail'" } ?? "'from' under 'mail'"
        return Finding(
            .note, at: .part("mail"),
            "no mail was made of \(lists) \(lists == 1 ? "list" : "lists") \(whose): the configuration names no sender for them.",
            remedy: "Set \(place), in Config/gleaner.yaml, or leave it at print.")
    }

    /// Told of a class whose lists are of learners of several schools: it is probably two classes of one name.
    static func classOfSeveralSchools(_ name: String, isMailed: Bool) -> Finding {
        Finding(
            .warning, at: .schoolClass(name),
            "its learners are of several schools; its pages name the district"
                + (isMailed ? ", and its bundle is mailed to nobody." : "."),
            remedy: "Where it is two classes, give them names of their own in the roster, such as '\(name) Hill Road'.")
    }

    /// Told of a list that changed in the store after the teacher approved it.
    static func listIsNotTheApprovedOne(of learner: LearnerID, _ edition: Edition) -> Finding {
        Finding(
            .error, at: .learner(learner), "the list of \(edition) is not the one that was approved; it is not sent.",
            remedy: "Look at it with 'gleaner preview', and approve it again.")
    }

    /// Told once of a list that was ready, when it is seen that it may go out no more.
    static func listWithdrawn(of learner: LearnerID, _ edition: Edition) -> Finding {
        Finding(
            .warning, at: .learner(learner),
            "the list of \(edition) was not sent: they left the roster, took consent back or opted out of it since it was made."
        )
    }

    /// Told of a mail that no envelope can be made for.
    static func mailNotMade(for learner: LearnerID, _ error: any Error) -> Finding {
        Finding(
            .error, at: .learner(learner), "\(error)",
            remedy: "Correct the address in learners.csv or under 'mail', and import it again.")
    }

    /// Told of a class whose files could not be packed.
    static func filesNotMade(ofClass name: String, _ error: ZipError) -> Finding {
        Finding(.error, at: .schoolClass(name), "\(error)")
    }

    /// Told of a group of lists of which a learner's file could not be packed.
    static func filesNotMade(of edition: Edition, _ error: ZipError) -> Finding {
        Finding(.error, at: .edition(edition), "\(error)")
    }
}

/// What is found while mails and pages are put into the outbox. A file is named by its path there.
extension Finding {
    /// Told once of a mail that was made before its learner left, or an address was taken back.
    static func addresseesMayNotBeWrittenTo(_ file: String) -> Finding {
        Finding(.warning, at: .file(file), "it was not sent: whoever it is for may not be written to any more.")
    }

    /// Told in each run by which a file could not be written.
    static func fileNotWritten(_ file: String, _ error: OutboxError) -> Finding {
        Finding(.error, at: .file(file), "\(error)")
    }
}
