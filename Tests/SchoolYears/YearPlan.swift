import Configuration
import Content
import Scheduling
import TestSupport

/// What happens in one pretended school year, all of it decided by the seed before it begins.
package struct YearPlan {
    /// True time, in seconds, from a first to before a last moment.
    package struct Span {
        package var start: Int64
        package var end: Int64

        package func contains(_ moment: Int64) -> Bool { start <= moment && moment < end }
        package func touches(_ other: Span) -> Bool { start < other.end && other.start < end }
    }

    /// What a person does at a moment.
    package enum Act {
        case approve
        case skip(Edition)
        case pause(String)
        case resume(String)
    }

    package let seed: UInt64
    package let schedules: [Schedule]
    /// The whole of it; the last two weeks are undisturbed, so that all can be settled.
    package let year: Span
    /// The machine is off.
    package let outages: [Span]
    /// The clock is wrong by so many seconds.
    package let wrongClocks: [(span: Span, by: Int64)]
    /// Nothing can be ranked or written: a full disk, a broken file.
    package let faults: [Span]
    /// What people do, in its order.
    package let acts: [(at: Int64, act: Act)]

    /// When something changes that no decision can foresee, in its order.
    private let changes: [Int64]

    /// Makes a year.
    package init(seed: UInt64) {
        self.seed = seed
        var numbers = SeededRandom(seed: seed &* 7_919 &+ 1)
        let start = Timestamp(year: 2026, month: 8, day: 1).seconds + Int64(numbers.number(0...599))
        let year = Span(start: start, end: start + 365 * 86_400)
        let lastDisturbance = year.end - 16 * 86_400
        func spans(_ count: Int, _ hours: ClosedRange<Double>) -> [Span] {
            (0..<count).map { _ in
                let begin = Int64(numbers.number(Int(year.start) + 86_400...Int(lastDisturbance) - 40 * 86_400))
                let length = Int64(Double.random(in: hours, using: &numbers) * 3_600)
                return Span(start: begin, end: min(begin + length, lastDisturbance))
            }
        }
        self.year = year
        outages = (spans(10, 0.1...20) + spans(2, 24...80) + spans(1, 200...600)).sorted { $0.start < $1.start }
        faults = spans(8, 0.2...30).sorted { $0.start < $1.start }
        var wrong: [(span: Span, by: Int64)] = []
        for span in (spans(5, 0.1...60)).sorted(by: { $0.start < $1.start })
        where wrong.last.map({ $0.span.end < span.start }) ?? true {
            let most = numbers.chance(0.2) ? 40 * 86_400 : 3 * 3_600
            wrong.append((span, Int64(numbers.number(-most...most))))
        }
        wrongClocks = wrong
        schedules = Self.schedules(&numbers)
        var acts: [(at: Int64, act: Act)] = []
        for day in 0..<340 where numbers.chance(0.6) {
            acts.append((year.start + Int64(day) * 86_400 + Int64(numbers.number(0...86_000)), .approve))
        }
        for schedule in schedules where numbers.chance(0.5) {
            let from = Timestamp(seconds: year.start + Int64(numbers.number(20...250)) * 86_400)
            if let coming = schedule.next(1, after: from).first {
                acts.append((coming.makes.seconds - 40_000, .skip(coming.edition)))
            }
            let pause = year.start + Int64(numbers.number(20...250) * 86_400 + numbers.number(0...86_000))
            acts.append((pause, .pause(schedule.name)))
            acts.append((pause + Int64(numbers.number(1...20)) * 86_400, .resume(schedule.name)))
        }
        self.acts = acts.sorted { $0.at < $1.at }
        let bounds = outages.flatMap { [$0.start, $0.end] } + wrongClocks.flatMap { [$0.span.start, $0.span.end] }
        changes = (bounds + acts.map { $0.at }).sorted()
    }

    /// Three schedules in zones far apart: every school day, weekly with a review, twice a month.
    private static func schedules(_ numbers: inout SeededRandom) -> [Schedule] {
        let zones = [
            "Europe/Madrid", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Santiago",
            "Pacific/Auckland", "Africa/Casablanca", "UTC",
        ]
        let times = ["00:00", "02:30", "06:30", "23:50", "02:00", "12:15"]
        func schedule(_ name: String, _ days: DayPattern, _ change: (inout ScheduleSettings) -> Void) -> Schedule? {
            guard let time = ClockTime(numbers.pick(times)), let clock = LocalClock(zone: numbers.pick(zones)) else {
                return nil
            }
            var settings = ScheduleSettings(name: name, days: days, time: time)
            settings.maxLateMinutes = numbers.pick([30, 180, 720, 2_880])
            change(&settings)
            return Schedule(settings: settings, clock: clock, holidays: holidays, terms: nil)
        }
        let daily = try? DayPattern(words: ["weekdays"])
        let weekly = try? DayPattern(words: ["tuesday"])
        let cron = try? CronLine("30 6 1,15 * *")
        return [
            daily.flatMap { schedule("daily", $0) { _ in } },
            weekly.flatMap {
                schedule("weekly", $0) { settings in
                    settings.review = ReviewTime("14:00 3 days before")
                    settings.unreviewed = .hold
                }
            },
            cron.flatMap { schedule("twice", DayPattern(cron: $0)) { _ in } },
        ].compactMap { $0 }
    }

    private static let holidays = DateSet(
        ["2026-12-23..2027-01-06", "2026-10-12", "2027-03-22..2027-03-29"].compactMap { DateSpan($0) })

    /// What the machine's clock shows at a true moment.
    package func shown(_ moment: Int64) -> Timestamp {
        Timestamp(seconds: moment + (wrongClocks.first { $0.span.contains(moment) }?.by ?? 0))
    }

    /// The next moment after one at which something changes that no decision can foresee.
    package func nextChange(after moment: Int64) -> Int64 {
        changes.first { $0 > moment } ?? year.end
    }
}
