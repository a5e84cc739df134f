import TestSupport
import Testing

@testable import TextAnalysis

/// A space learnt from an archive finds the same thing in other words, and is the same at each learning.
struct MeaningSpaceTests {
    static func model(_ count: Int, seed: UInt64 = 3, more: [String] = []) -> TextModel {
        TextModel(
            (TopicTexts.bodies(count, seed: seed) + more).map {
                TextDocument(title: "", tags: [], body: $0, language: "en")
            })
    }

    @Test func wordsThatKeepCompanyAreNear() throws {
        // The last two share no word, and are both about the sky; the third is about bread.
        let model = Self.model(400, more: ["telescope planet orbit", "comet galaxy rocket", "dough yeast oven"])
        let places = try #require(model.places)
        let sky = places.place(of: 400)
        #expect(model.vectors[400].cosine(to: model.vectors[401]) == 0)
        #expect(places.nearness(of: 401, to: sky) > 0.5)
        #expect(places.nearness(of: 402, to: sky) < 0.2)
    }

    @Test func aPhraseIsNearToWhatIsAboutItInOtherWords() throws {
        let model = Self.model(400, more: ["lava magma crater", "rook gambit pawn"])
        let index = PhraseIndex(model)
        let direction = try #require(index.meaning(of: Phrase("volcanoes")))
        let nearness = try #require(model.places).nearness(to: direction)
        #expect(nearness[400] > 0.6 && nearness[401] < 0.2)
        #expect(
            Set(model.tellingWords(of: 400, towards: direction, count: 2)).isSubset(of: ["lava", "magma", "crater"]))
        #expect(index.meaning(of: Phrase("zzyzx")) == nil)
    }

    @Test func aSmallArchiveHasNone() {
        #expect(Self.model(MeaningSpace.fewestItems - 1).places == nil)
        #expect(Self.model(4).places == nil)
    }

    @Test func theSameItemsGiveTheSameBits() throws {
        let first = try #require(Self.model(350).places)
        let second = try #require(Self.model(350).places)
        #expect(first.space == second.space && first.values == second.values)
        // A constant of every processor: another value here means that somewhere the last bit differs.
        var digest: UInt64 = 14_695_981_039_346_656_037
        for value in first.values { digest = (digest ^ UInt64(value.bitPattern)) &* 1_099_511_628_211 }
        #expect(digest == 10_906_842_570_213_340_374)
    }

    @Test func bytesAreReadBackAndDamageIsNoticed() throws {
        let space = try #require(Self.model(320).places).space
        let bytes = space.bytes
        #expect(MeaningSpace(bytes: bytes) == space)
        for length in [0, 1, 9, 100, bytes.count - 1] {
            #expect(MeaningSpace(bytes: Array(bytes.prefix(length))) == nil)
        }
        var other = bytes
        other[0] = 9
        #expect(MeaningSpace(bytes: other) == nil)
        let place = (0..<space.dimensions).map { Float($0) / 7 }
        #expect(space.place(of: MeaningSpace.bytes(of: place)) == place)
        #expect(space.place(of: [1, 2, 3]) == nil)
    }

    @Test func placesAreOfLengthOneOrNothing() throws {
        let places = try #require(Self.model(330, more: ["", "unheard of"]).places)
        for item in 0..<332 {
            let place = places.place(of: item)
            let length = place.reduce(0) { $0 + Double($1) * Double($1) }
            #expect(abs(length - 1) < 1e-4 || place.allSatisfy { $0 == 0 })
        }
        #expect(places.place(of: 330).allSatisfy { $0 == 0 })
    }

    @Test func newItemsGetTheSamePlaceAlone() throws {
        var reader = TextReader()
        let rows = TopicTexts.bodies(340, seed: 4).map {
            reader.row(of: TextDocument(title: "", tags: [], body: $0, language: "en"))
        }
        let places = try #require(TextModel(table: reader.table, rows: rows, space: .learnt).places)
        let alone = places.space.places(of: Array(rows[100..<110]), table: reader.table)
        for (offset, place) in alone.enumerated() { #expect(place == places.place(of: 100 + offset)) }
    }

    @Test func itIsOutgrownByAQuarter() throws {
        let space = try #require(Self.model(400).places).space
        #expect(!space.isOutgrown(by: 400) && !space.isOutgrown(by: 500) && !space.isOutgrown(by: 300))
        #expect(space.isOutgrown(by: 501) && space.isOutgrown(by: 299))
        #expect(space.trust > 0 && space.trust < 1)
    }
}
