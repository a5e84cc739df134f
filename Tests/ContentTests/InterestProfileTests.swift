import Content
import TestSupport
import Testing

/// What a learner's facts come to for ranking: the latest word counts, and nothing is out of bounds.
struct InterestProfileTests {
    typealias Topic = InterestProfile.Topic

    static func fact(
        _ kind: Fact.Kind, _ value: String, item: String? = nil, by origin: Fact.Origin = .learner, day: Int = 1
    ) -> Fact {
        Fact(
            learner: LearnerID(rawValue: "s1"), kind: kind, value: value, item: item.map { ItemID(rawValue: $0) },
            origin: origin, at: Timestamp(year: 2026, month: 9, day: day))
    }

    @Test func theRosterDeclaresWithStrengthOneAndItsLatestWordHolds() {
        let profile = InterestProfile(facts: [
            Self.fact(.interests, "space; horses;", by: .roster),
            Self.fact(.interests, "rivers ;; space", by: .roster, day: 2),
            Self.fact(.avoid, "war", by: .roster), Self.fact(.needs, "fractions", by: .roster),
            Self.fact(.strengths, "poems", by: .roster),
        ])
        #expect(profile.wants.map(\.phrase) == ["rivers", "space"])
        #expect(profile.wants.allSatisfy { $0.strength == 1 && !$0.asked && $0.at.utcDate.day == 2 })
        #expect(profile.avoids.map(\.phrase) == ["war"])
        #expect(profile.needs.map(\.phrase) == ["fractions"])
        #expect(profile.strengths.map(\.phrase) == ["poems"])
    }

    @Test func anEmptyValueTakesADeclarationBack() {
        let profile = InterestProfile(facts: [
            Self.fact(.interests, "space", by: .roster), Self.fact(.interests, "", by: .roster, day: 2),
        ])
        #expect(profile.wants.isEmpty)
    }

    @Test func askingForMoreCountsMoreThanADeclarationAndGrowsToThree() {
        for (times, strength) in [(1, 2.0), (2, 3.0), (3, 3.0), (9, 3.0)] {
            let facts = (1...times).map { Self.fact(.more, "volcanoes", day: $0) }
            let wants = InterestProfile(facts: facts).wants
            #expect(wants.map(\.strength) == [strength])
            #expect(wants.map(\.asked) == [true])
            #expect(wants.map(\.at.utcDate.day) == [times])
        }
    }

    @Test func askingForADeclaredTopicReplacesItWhateverItsCase() {
        let profile = InterestProfile(facts: [
            Self.fact(.interests, "Volcanoes;rivers", by: .roster), Self.fact(.more, "volcanoes"),
        ])
        #expect(profile.wants.map(\.phrase) == ["rivers", "volcanoes"])
        #expect(profile.wants.map(\.strength) == [1, 2])
    }

    @Test func aChangeOfMindTurnsATopicRound() {
        let more = [Self.fact(.more, "chess"), Self.fact(.more, "chess", day: 2)]
        let turned = InterestProfile(facts: more + [Self.fact(.less, "Chess", day: 3)])
        #expect(turned.wants.isEmpty)
        #expect(turned.less.map(\.phrase) == ["Chess"])
        #expect(turned.less.map(\.strength) == [2])
        let back = InterestProfile(
            facts: more + [Self.fact(.less, "Chess", day: 3), Self.fact(.more, "CHESS", day: 4)])
        #expect(back.less.isEmpty)
        #expect(back.wants.map(\.strength) == [2])
    }

    @Test func neverForbidsAndAllowLiftsIt() {
        let never = [Self.fact(.never, "spiders", by: .guardian)]
        let forbidden = InterestProfile(facts: never)
        #expect(forbidden.avoids.map(\.phrase) == ["spiders"])
        #expect(forbidden.avoids.map(\.origin) == [.guardian])
        let allow = Self.fact(.allow, "Spiders", by: .guardian, day: 2)
        #expect(InterestProfile(facts: never + [allow]).avoids.isEmpty)
        let again = InterestProfile(facts: never + [allow, Self.fact(.never, "SPIDERS", day: 3)])
        #expect(again.avoids.map(\.phrase) == ["SPIDERS"])
    }

    @Test func neverIsNotUndoneByMore() {
        let profile = InterestProfile(facts: [
            Self.fact(.never, "spiders", by: .guardian), Self.fact(.more, "spiders", day: 2),
        ])
        #expect(profile.avoids.map(\.phrase) == ["spiders"])
    }

    @Test func itemsAreTaughtWithinThreeEitherWayAndAChangeOfMindStartsAnew() {
        func strength(_ kinds: [Fact.Kind]) -> Double? {
            InterestProfile(facts: kinds.map { Self.fact($0, "A title", item: "aa") }).taught.first?.strength
        }
        #expect(strength([.more]) == 1)
        #expect(strength([.more, .more, .more, .more, .more]) == 3)
        #expect(strength([.less, .less, .less, .less]) == -3)
        #expect(strength([.more, .more, .more, .less]) == -1)
        #expect(strength([.less, .more]) == 1)
        let profile = InterestProfile(facts: [
            Self.fact(.more, "A title", item: "bb"), Self.fact(.more, "B", item: "aa"),
        ])
        #expect(profile.taught.map(\.item.rawValue) == ["aa", "bb"])
        #expect(profile.wants.isEmpty, "a wish about an item is not one about a topic")
    }

    @Test func theLevelIsTheStatedOneElseTheGrade() {
        #expect(InterestProfile(facts: []).level == 0)
        #expect(InterestProfile(facts: [Self.fact(.grade, "6", by: .roster)]).level == 6)
        let stated = [Self.fact(.grade, "6", by: .roster), Self.fact(.level, "4.5", by: .roster)]
        #expect(InterestProfile(facts: stated).level == 4.5)
        #expect(InterestProfile(facts: stated + [Self.fact(.level, "", by: .roster)]).level == 6)
    }

    @Test func answersToArticlesAreKeptAndDoNotMoveTheStatedLevel() {
        let facts = [
            Self.fact(.grade, "6", by: .roster), Self.fact(.tooHard, "A title", item: "a1"),
            Self.fact(.tooHard, "B title", item: "a2"), Self.fact(.tooEasy, "B title", item: "a2", day: 2),
        ]
        let profile = InterestProfile(facts: facts)
        #expect(profile.level == 6, "what an answer says depends on its article: see ReaderBands")
        #expect(profile.levelVotes == -1)
    }

    @Test func aNewlyStatedLevelStartsTheVotesAnew() {
        let before = [Self.fact(.level, "6", by: .roster), Self.fact(.tooHard, ""), Self.fact(.tooHard, "", day: 2)]
        #expect(InterestProfile(facts: before).levelVotes == -2)
        let after = InterestProfile(facts: before + [Self.fact(.level, "5", by: .teacher, day: 3)])
        #expect(after.levelVotes == 0)
        #expect(after.level == 5)
    }

    @Test func whateverWasSaidTheLevelStaysBetweenZeroAndSixteen() {
        var random = SeededRandom(seed: 4)
        for _ in 0..<500 {
            var facts = [Self.fact(.level, "\(Int.random(in: -5...25, using: &random))", by: .roster)]
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                facts.append(Self.fact(Bool.random(using: &random) ? .tooHard : .tooEasy, ""))
            }
            let profile = InterestProfile(facts: facts)
            #expect((0...16).contains(profile.level))
        }
    }

    @Test func theViewDoesNotDependOnChance() {
        var random = SeededRandom(seed: 5)
        let words = ["ice", "sea", "owl", "map", "sun", "Ice", "SEA"]
        let kinds: [Fact.Kind] = [.more, .less, .never, .allow]
        for _ in 0..<50 {
            let facts = (0..<30).map { _ in
                Self.fact(kinds.randomElement(using: &random) ?? .more, words.randomElement(using: &random) ?? "ice")
            }
            let first = InterestProfile(facts: facts)
            #expect((0..<5).allSatisfy { _ in InterestProfile(facts: facts) == first })
        }
    }

    @Test func whatWasSaidFadesByHalvesAndWhatIsDeclaredHolds() throws {
        let facts = [
            Self.fact(.interests, "owls", by: .roster), Self.fact(.more, "chess"), Self.fact(.less, "golf"),
            Self.fact(.more, "A title", item: "aa"), Self.fact(.never, "spiders"),
        ]
        let said = InterestProfile(facts: facts)
        let asked = try #require(said.wants.first { $0.asked })
        for (days, share) in [(0.0, 1.0), (30, 0.5), (60, 0.25), (45, 0.353_553_390_593_273_8)] {
            let now = asked.at.adding(seconds: Int64(days * 86_400))
            let faded = said.faded(at: now, halfLifeDays: 30)
            #expect(abs((faded.wants.first { $0.asked }?.strength ?? 0) - asked.strength * share) < 1e-12)
            #expect(abs((faded.taught.first?.strength ?? 0) - share) < 1e-12)
            #expect(abs((faded.less.first?.strength ?? 0) - (said.less.first?.strength ?? 0) * share) < 1e-12)
            #expect(faded.wants.first { !$0.asked }?.strength == 1 && faded.avoids == said.avoids)
            #expect(said.faded(at: now, halfLifeDays: nil) == said)
        }
        // However old: fainter than all else, and still a number above 0.
        let ages = said.faded(at: asked.at.adding(seconds: 86_400 * 36_500), halfLifeDays: 1)
        #expect(ages.wants.allSatisfy { $0.strength > 0 })
    }
}
