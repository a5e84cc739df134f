import Configuration
import Content
import ContentDigest
import Foundation
import Output
import Ranking
import Safeguarding
import ScorerKit
import Store

/// A working folder, opened: its configuration checked, its scorers ready, its templates read.
public struct School: Sendable {
    /// The folder.
    public let folder: WorkingFolder
    /// What `Config/gleaner.yaml` says.
    public let configuration: GleanerConfiguration
    /// The scorers with their weights, in the order of their names.
    public let scorers: [ActiveScorer]
    /// Scorers that the configuration names and that cannot be started as they are: lists are made without them.
    public let unusable: [ScorerFailure]
    /// Words that hold an item until a teacher has read it.
    public let held: HeldLists
    /// Skills that are no topics.
    public let skills: [String]
    /// Finds in what learners write that somebody should know of it today.
    public let distress: DistressFinder
    /// Looks at what learners write before anything is done with it.
    public let screen: WishScreen
    /// What may be named where.
    public let discretion: Discretion
    /// Changes with the lists of distress and private words.
    private let wordsDigest: String
    /// The wordings of reasons.
    public let reasons: ReasonWording
    /// What is worth knowing about the folder.
    public let findings: [Finding]
    package let renderers: Renderers
    /// The scorers of `Plugins/External/`, whether they are used or not.
    package let external: ExternalScorers

    /// Opens a folder; throws everything that is wrong with it.
    package init(folder: WorkingFolder, scorerTypes: [any Scorer.Type]) throws(SetupError) {
        let configuration: GleanerConfiguration
        let shippedFiles = try? ShippedFolder().path
        var shipped = ProtectiveLists()
        let signs: DistressList
        let topics: PrivateTopics
        do throws(ConfigurationError) {
            configuration = try GleanerConfiguration(of: folder)
            held = try HeldLists(configuration.suitability.heldWords, in: folder)
            let (distressPath, privatePath) = (
                configuration.suitability.distressWords, configuration.suitability.privateWords
            )
            let distress = try shipped.text(of: distressPath, in: folder)
            signs = DistressList(text: distress, file: distressPath)
            let words = try shipped.text(of: privatePath, in: folder)
            topics = PrivateTopics(text: words, file: privatePath)
            let own = folder.resolve(SkillWords.file)
            let isOwn = FileManager.default.fileExists(atPath: own)
            let shippedSkills = shippedFiles.map { $0 + "/" + SkillWords.file }
            skills = try SkillWords.read(path: isOwn ? own : shippedSkills ?? own)
            wordsDigest = ContentDigest(of: [distress, words]).hex
        } catch {
            throw SetupError(findings: error.findings)
        }
        self.folder = folder
        self.configuration = configuration
        distress = DistressFinder(signs)
        screen = WishScreen(
            distress: distress, heldWords: held.phrases, languages: configuration.allLanguages, lists: held.finder)
        discretion = Discretion(
            screen: screen, privateTopics: topics, digest: ContentDigest(of: [wordsDigest] + held.parts).hex)
        let external = ExternalScorers(of: folder)
        self.external = external
        findings =
            held.findings + shipped.findings + signs.findings + topics.findings
            + external.findings(named: configuration.scorers.keys, shipped: scorerTypes.map { $0.card.name })
        let activation = try ScorerActivation(
            configuration.scorers, types: scorerTypes, external: external,
            place: folder.name(of: folder.configuration))
        scorers = activation.active
        unusable = activation.unusable
        do throws(RenderingSetupError) {
            renderers = try Renderers(
                templates: folder.templates, reasons: folder.reasons, shipped: shippedFiles.map { $0 + "/Config" })
            reasons = renderers.reasons
        } catch {
            throw SetupError(at: "Config", "\(error)", remedy: "")
        }
    }

    /// What a person should know of the folder where no lists are made that would say so: its findings, and the scorers that
    /// lists would be made without.
    public var allFindings: [Finding] {
        let failing = scorers.compactMap { ($0.scorer as? ExternalScorer)?.problem }
        return findings + (unusable + failing).map { .scorerUnusable($0) }
    }

    /// Whether a topic may be named to somebody else than who said it.
    package func isNamedToOthers(_ phrase: String) -> Bool { discretion.isNamedToOthers(phrase) }

    /// On what the school rests that lists are made from what is known of learners; nil: it names none.
    package var lawfulBasis: LawfulBasis? { configuration.school.lawfulBasis }

    /// Opens the store, making it where it is missing.
    public func store(for use: Store.Use = .commands) throws(StoreError) -> Store { try folder.openStore(for: use) }

    /// Opens the store for a trial, which leaves nothing behind: where there never was one, it is one in memory.
    public func storeForTrial() throws(StoreError) -> Store {
        if try folder.readStore() == nil, !FileManager.default.fileExists(atPath: folder.store) {
            return try Store.inMemory()
        }
        return try store()
    }

    /// What the configuration comes to for ranking.
    public var rankingSettings: RankingSettings {
        let lists = configuration.lists
        var settings = RankingSettings(
            places: lists.places, minutes: lists.minutes, perFeed: lists.perFeed, perTopic: lists.perTopic,
            diversity: lists.diversity, maxAgeDays: lists.maxAgeDays, dial: lists.dial, stretch: lists.stretch,
            languages: configuration.school.languages,
            halfLifeDays: lists.halfLifeDays.map { Double($0) }, heldWords: held.phrases, skills: SkillRule(skills))
        settings.heldLists = held.finder
        settings.audiencesOfTopics = configuration.suitability.topics
        settings.basis = configuration.school.lawfulBasis
        settings.pageLanguage = configuration.school.language
        // Where nothing that a page could stand in is made, none is.
        let isPutOut = configuration.forms.contains { [.print, .bundle].contains($0) } || configuration.mail.bundles
        settings.classPages = isPutOut ? configuration.print.classPages : .none
        (settings.feedShare, settings.topicShare) = (lists.feedShare, lists.topicShare)
        settings.ceiling = LevelBound(lists.ceiling[0], lists.ceiling[1], lists.ceiling[2])
        settings.floor = LevelBound(lists.floor[0], lists.floor[1], lists.floor[2])
        for entry in configuration.schools { settings.schools[entry.name] = entry.school.languages }
        return settings
    }

    /// What the configuration comes to for delivery, with the school's secret where mails carry one-click addresses: it is made
    /// with the first of them.
    public func deliverySettings(store: Store) throws -> DeliverySettings {
        let needsSecret = configuration.needsSecret
        return deliverySettings(secret: needsSecret ? try SchoolSecret.inUse(folder.data, store: store) : "")
    }

    /// The same for looking at mails and pages that nobody is sent: without the secret, so that looking writes nothing.
    package var deliverySettingsToLook: DeliverySettings { deliverySettings(secret: "") }

    /// The same with a secret that is given: of the district, and within it of each of its schools.
    private func deliverySettings(secret: String) -> DeliverySettings {
        var settings = deliverySettings(of: configuration.school, configuration.mail, secret: secret)
        for entry in configuration.schools {
            settings.schools[entry.name] = deliverySettings(of: entry.school, entry.mail, secret: secret)
        }
        return settings
    }

    private func deliverySettings(
        of school: SchoolSettings, _ mail: MailSettings, secret: String
    ) -> DeliverySettings {
        var settings = DeliverySettings(
            school: school.name, language: school.language, from: mail.from,
            wishes: mail.wishesTo, listDomain: mail.listDomain ?? mail.from?.domain ?? "localhost",
            oneClick: mail.oneClick, policy: mail.policy, paper: configuration.print.paper,
            printedClasses: configuration.print.classes)
        settings.classesOfSchedules = configuration.classesOfSchedules
        settings.forms = Set(configuration.forms)
        settings.printsArticles = configuration.print.articles
        settings.largePrint = configuration.print.large
        settings.guardianSees = Set(mail.guardianSees)
        settings.region = school.region
        settings.mailsBundles = mail.bundles
        settings.secret = secret
        settings.basis = configuration.school.lawfulBasis
        settings.discretion = discretion
        settings.skills = rankingSettings.skills
        return settings
    }

    /// The date in the school's zone at a moment: the date of an edition made then. `school`: of a district, one of its schools.
    public func localDate(at moment: Timestamp, of school: SchoolName? = nil) -> CalendarDate {
        let settings = configuration.entry(of: school)?.school ?? configuration.school
        let offset = settings.zone?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
        return moment.adding(seconds: Int64(offset ?? 0)).utcDate
    }

    /// The digest of everything in the configuration that a run depends on.
    public var configurationDigest: String { ContentDigest(of: configurationParts).hex }

    /// What that digest is of, as a text for people: the configuration, and what it reads beside it.
    package var configurationText: String { configurationParts.joined(separator: "\n") }

    private var configurationParts: [String] { [configuration.canonicalText, discretion.digest] + held.parts + skills }
}
