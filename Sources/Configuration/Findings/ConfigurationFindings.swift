import Content

/// What is found in the keys and values of a file in YAML. `key` is a value's full key; `place` is where it stands.
extension Finding {
    /// Told where a single value, a list or nothing stands for keys with values; an empty `key`: the whole file.
    static func notAGroupOfKeys(_ key: String, at place: FindingSite) -> Finding {
        let what = key.isEmpty ? "The file" : "'\(key)'"
        return Finding(
            .error, at: place, "\(what) is not a group of keys; expected 'key: value' lines, indented alike.")
    }

    /// Told of a key that is itself a list or a group.
    static func keyIsNoText(at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "A list or group stands where a key should be.", remedy: "Write 'key: value'.")
    }

    /// Told of each key that nobody asked for; `group`: the group's full key, empty for the whole file.
    static func keyNotKnown(_ key: String, in group: String, known: [String], at place: FindingSite) -> Finding {
        let remedy =
            NearestName.of(key, among: known).map { "Did you mean '\($0)'?" }
            ?? "Known \(group.isEmpty ? "sections" : "keys of '\(group)'"): \(known.joined(separator: ", "))."
        let full = group.isEmpty ? key : "\(group).\(key)"
        let shown = full.count > 120 ? full.prefix(120) + "…" : full
        return Finding(.error, at: place, "Unknown key '\(shown)'.", remedy: remedy)
    }

    /// Told of a group that lacks a key which must be there.
    static func keyIsMissing(
        _ key: String, in group: String, expected: String, at place: FindingSite
    ) -> Finding {
        Finding(
            .error, at: place, "'\(group)' has no '\(key)'; expected \(expected).", remedy: "Add '\(key): …'.")
    }

    /// Told of a value that is not what its key takes; `found`: what stands there, as the end of a sentence.
    static func valueIsOther(
        _ key: String, found: String, expected: String, remedy: String, at place: FindingSite
    ) -> Finding {
        Finding(.error, at: place, "'\(key)' is \(found); expected \(expected).", remedy: remedy)
    }

    /// Told of a text of which not all can be printed.
    static func valueHasControlCharacter(_ key: String, expected: String, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "'\(key)' has a line break or control character in it; expected \(expected).")
    }

    /// Told of a list of numbers that has more or fewer than it should.
    static func numbersAreOther(_ key: String, count: Int, expected: Int, at place: FindingSite) -> Finding {
        Finding(.error, at: place, "'\(key)' has \(count) numbers; expected \(expected).")
    }

    /// Told of a scorer's options that lie in one another without end.
    static func optionsNestTooDeep(_ key: String, most: Int, at place: FindingSite) -> Finding {
        Finding(.error, at: place, "'\(key)' nests deeper than \(most) levels.", remedy: "Write it flatter.")
    }

    /// Told of the second of two feeds that have one address or path.
    static func feedListedTwice(_ source: String, at place: FindingSite) -> Finding {
        Finding(.error, at: place, "'\(source)' is listed twice.", remedy: "Keep one of the two.")
    }

    /// Told of a manifest whose command has no program.
    static func commandIsEmpty(at place: FindingSite) -> Finding {
        Finding(.error, at: place, "'command' is empty; expected a program and its arguments.")
    }
}

/// What is found in schedules, each by its name.
extension Finding {
    /// Told of the second of two schedules whose folders some disks would take for one.
    static func schedulesDifferInCaseAlone(_ name: String, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place,
            "'schedules.\(name.prefix(80))' is the name of another schedule but for upper and lower case.",
            remedy: "Choose another name.")
    }

    /// Told of a name that is reserved, or cannot be a folder's.
    static func notAScheduleName(_ name: String, isReserved: Bool, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place,
            "'schedules.\(name.prefix(80))' cannot name a schedule; expected 1 to 64 letters, digits, - and _.",
            remedy: isReserved ? "'manual' is the schedule of runs by hand." : "")
    }

    /// Told of a review that would come when the lists are out.
    static func reviewComesTooLate(
        of name: String, _ review: ReviewTime, sentAt time: ClockTime, at place: FindingSite
    ) -> Finding {
        Finding(
            .error, at: place, "'schedules.\(name)': the review at \(review) is not before the time to send, \(time).",
            remedy: "Make it earlier, or write '\(review.time) the day before'.")
    }

    /// Told of a review that would begin while the lists before it wait for theirs.
    static func reviewComesTooEarly(of name: String, _ review: ReviewTime, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "'schedules.\(name)': the review at \(review) begins before the edition before is out.",
            remedy: "Make it later, or choose days that are further apart.")
    }

    /// Told of a schedule that says in two ways when it is due.
    static func bothCronAndDays(in name: String, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "'schedules.\(name)' has both 'cron' and 'days' or 'time'.", remedy: "Keep one.")
    }

    /// Told of each of `days` and `time` that is missing where there is no `cron`.
    static func scheduleLacks(_ key: String, _ name: String, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "'schedules.\(name)' has no '\(key)'.",
            remedy: "Add 'days: [monday]' and 'time: \"06:30\"', or 'cron: …'.")
    }

    /// Told of a schedule that would never be due, such as on 30 February.
    static func dayNeverComes(in name: String, _ days: DayPattern, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "'schedules.\(name)': \(days) is a day that never comes.", remedy: "Choose another day.")
    }
}

/// What is found in the schools of a district, each by its name.
extension Finding {
    /// Told of a school whose name is empty.
    static func schoolHasNoName(at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "A school of 'schools' has no name.",
            remedy: "Write its name, as the roster has it, in front of the ':'.")
    }

    /// Told of the second of two schools that have one name.
    static func schoolNamedTwice(_ name: SchoolName, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place,
            "'schools.\(name.text.prefix(80))' is there already: upper and lower case and blanks at the ends tell no two schools "
                + "apart.", remedy: "Keep one of the two.")
    }

    /// Told of a schedule that names a school of which nothing is said.
    static func schoolNotKnown(_ name: SchoolName, known: [String], at place: FindingSite) -> Finding {
        let nearest = NearestName.of(name.text, among: known).map { "Did you mean '\($0)'?" }
        return Finding(
            .error, at: place, "'\(name.text.prefix(80))' is no school of 'schools'.",
            remedy: nearest
                ?? (known.isEmpty ? "Name it under 'schools:'." : "Known schools: \(known.joined(separator: ", "))."))
    }
}
