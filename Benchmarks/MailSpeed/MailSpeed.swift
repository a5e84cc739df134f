import Content
import Foundation
import Glibc
import Output
import Store

/// Renders and stores mails of twelve items; `Benchmarks/mails.py` runs it beside Jinja2 and Python's email library.
///
/// `mail-speed make FOLDER LEARNERS` writes a store with generated lists. `mail-speed lists FOLDER CONFIG COUNT` prints lists as JSON
/// Lines. `mail-speed render FOLDER CONFIG COUNT` renders and stores the mails of lists that are in memory, with the templates of
/// CONFIG; `mail-speed deliver FOLDER CONFIG` is the whole stage: lists are read, mails rendered, stored and put out. Both
/// print mails, processor seconds and the peak of memory in MB. `mail-speed hostile FOLDER CONFIG` writes two thousand
/// mails to be judged.
@main
struct MailSpeed {
    static func main() throws {
        let arguments = CommandLine.arguments
        switch (arguments.dropFirst().first, arguments.count) {
        case ("make", 4):
            let store = try Store(path: arguments[2] + "/gleaner.sqlite")
            try GeneratedLists(store: store, learners: Int(arguments[3]) ?? 1_000).make()
        case ("deliver", 4): try deliver(folder: arguments[2], config: arguments[3])
        case ("render", 5): try render(folder: arguments[2], config: arguments[3], count: Int(arguments[4]) ?? 1)
        case ("lists", 5): try lists(folder: arguments[2], config: arguments[3], count: Int(arguments[4]) ?? 1)
        case ("hostile", 4):
            try HostileMails(renderers: renderers(arguments[3]), folder: arguments[2]).write()
        default:
            print(
                "mail-speed make FOLDER LEARNERS | deliver FOLDER CONFIG | render|lists FOLDER CONFIG COUNT | hostile FOLDER CONFIG"
            )
            exit(64)
        }
    }

    private static func deliver(folder: String, config: String) throws {
        let store = try Store(path: folder + "/gleaner.sqlite")
        let stage = DeliverStage(
            store: store, renderers: try renderers(config), settings: try settings(), outbox: NoFolder())
        let start = processorSeconds()
        let (summary, findings) = try stage.run(edition: GeneratedLists.edition, now: GeneratedLists.now)
        report(mails: summary.mails, seconds: processorSeconds() - start)
        for finding in findings.prefix(3) { print(finding) }
    }

    private static func render(folder: String, config: String, count: Int) throws {
        let items = try Store(path: folder + "/gleaner.sqlite").items.items().map { $0.item }
        let store = try Store(path: folder + "/rendered-\(getpid())/gleaner.sqlite")
        let mail = try renderers(config).mail
        let settings = try settings()
        guard let from = settings.from else { return }
        let byID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let documents = (0..<count).map { GeneratedLists.document($0, items: items, byID: byID) }
        var texts = ItemTexts()
        let start = processorSeconds()
        for block in stride(from: 0, to: count, by: 200) {
            var entries: [OutboxEntry] = []
            for number in block..<min(block + 200, count) {
                let address = "learner\(number)@learners.example"
                let envelope = try Envelope(
                    from: from, to: [MailAddress(name: documents[number].learnerName, address: address)],
                    wishes: settings.wishes ?? from, listDomain: settings.listDomain)
                let bytes = mail.render(documents[number], envelope: envelope, texts: &texts)
                entries.append(
                    OutboxEntry(
                        name: "mail/\(number).eml", edition: GeneratedLists.edition, kind: .mail, recipients: [address],
                        learners: [LearnerID(rawValue: "s\(number)")], bytes: bytes,
                        digest: "", at: GeneratedLists.now))
            }
            try store.write { scope in try store.outbox.add(entries, in: scope) }
        }
        report(mails: count, seconds: processorSeconds() - start)
    }

    private static func lists(folder: String, config: String, count: Int) throws {
        let items = try Store(path: folder + "/gleaner.sqlite").items.items().map { $0.item }
        let byID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let documents = (0..<count).map { GeneratedLists.document($0, items: items, byID: byID) }
        FileHandle.standardOutput.write(Data(try renderers(config).jsonLines.render(documents)))
    }

    private static func report(mails: Int, seconds: Double) {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        print("\(mails) \(seconds) \(usage.ru_maxrss / 1024)")
    }

    private static func renderers(_ config: String) throws -> Renderers {
        try Renderers(templates: "\(config)/templates", reasons: "\(config)/reasons")
    }

    private static func settings() throws -> DeliverySettings {
        let from = try MailAddress(name: "Riverside School", address: "reading@school.example")
        var settings = DeliverySettings(
            school: "Riverside School", language: "en", from: from,
            wishes: try MailAddress(address: "wishes@school.example"), listDomain: "lists.school.example",
            oneClick: nil, policy: .learner, paper: .a4, printedClasses: .all)
        settings.forms = []
        return settings
    }

    private static func processorSeconds() -> Double {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
}

/// Nothing is written: what is measured is rendering and storing.
private struct NoFolder: OutboxFolder {
    func write(_ files: [OutboxFile]) -> [String: OutboxError] { [:] }
}
