import Foundation
import TestSupport
import Testing

@testable import TextAnalysis

/// Counts, rarity and vectors of items.
struct TextModelTests {
    static func document(_ title: String, _ body: String, tags: [String] = [], language: String? = "en") -> TextDocument
    {
        TextDocument(title: title, tags: tags, body: body, language: language)
    }

    static func random(_ count: Int, seed: UInt64) -> [TextDocument] {
        var random = SeededRandom(seed: seed)
        let pool = [
            "lava", "rock", "sea", "owls", "the", "of", "map", "river", "bridge", "song", "moon", "code", "volcano",
        ]
        func words(_ count: Int) -> String {
            (0..<count).map { _ in pool.randomElement(using: &random) ?? "" }.joined(separator: " ")
        }
        return (0..<count).map { _ in
            document(words(2), words(Int.random(in: 0...40, using: &random)), tags: [words(1)])
        }
    }

    @Test func weightsFollowTheFormula() throws {
        let model = TextModel([Self.document("Lava", "lava lava rock"), Self.document("Owl", "rock")])
        // Lava: 3 for the title and 2 in the body, in one item of two. Rock: once, in both.
        let lava = (1 + log(5.0)) * log(1 + 2.0)
        let rock = 1.0 * log(1 + 1.0)
        let length = (lava * lava + rock * rock).squareRoot()
        #expect(abs(Double(model.norms[0]) - length) < 1e-5)
        let weights = model.vectors[0].weights.map { Double($0) }.sorted()
        #expect(weights.count == 2)
        #expect(abs(weights[0] - rock / length) < 1e-6)
        #expect(abs(weights[1] - lava / length) < 1e-6)
    }

    @Test func vectorsAreOfLengthOneOrEmptyWithAscendingTerms() {
        let documents = Self.random(200, seed: 8) + [Self.document("", ""), Self.document("The", "of the and")]
        let model = TextModel(documents)
        #expect(model.count == documents.count)
        for vector in model.vectors {
            let length = vector.weights.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
            #expect(vector.isEmpty || abs(length - 1) < 1e-5)
            #expect(vector.terms.count == vector.weights.count)
            #expect(zip(vector.terms, vector.terms.dropFirst()).allSatisfy { $0 < $1 })
        }
        #expect(model.vectors.suffix(2).allSatisfy { $0.isEmpty }, "stop words say nothing")
        #expect(model.norms.allSatisfy { $0 > 0 })
    }

    @Test func theCosineIsSymmetricAndInRange() {
        let vectors = TextModel(Self.random(60, seed: 9)).vectors
        for (i, left) in vectors.enumerated() {
            for right in vectors[i...] {
                let cosine = left.cosine(to: right)
                #expect(cosine == right.cosine(to: left))
                #expect(cosine >= 0 && cosine <= 1.000_01)
            }
            #expect(left.isEmpty || abs(left.cosine(to: left) - 1) < 1e-5)
        }
    }

    @Test func theSameDocumentsGiveTheSameBits() {
        let documents = Self.random(80, seed: 10)
        let first = TextModel(documents)
        let second = TextModel(documents)
        #expect(first.vectors == second.vectors && first.norms == second.norms)
    }

    @Test func theOrderOfDocumentsDoesNotChangeWhatTheyAreAbout() {
        let documents = Self.random(40, seed: 11)
        var random = SeededRandom(seed: 12)
        let order = Array(documents.indices).shuffled(using: &random)
        let straight = TextModel(documents)
        let mixed = TextModel(order.map { documents[$0] })
        for (i, a) in order.enumerated() {
            #expect(abs(straight.norms[a] - mixed.norms[i]) < 1e-5)
            for (j, b) in order.enumerated() {
                let here = straight.vectors[a].cosine(to: straight.vectors[b])
                #expect(abs(here - mixed.vectors[i].cosine(to: mixed.vectors[j])) < 1e-5)
            }
        }
        let phrase = Phrase("volcanoes")
        let found = mixed.matches(of: phrase)
        #expect(Set(straight.matches(of: phrase).items) == Set(found.items.map { order[$0] }))
        #expect(straight.matches(of: phrase).rarity == found.rarity)
    }

    @Test func rarerIsMoreTelling() {
        let values = (1...50).map { TextModel.rarity(found: $0, items: 50) }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 > $1 })
        #expect(values.allSatisfy { $0 > 0 && $0.isFinite })
        #expect(TextModel.rarity(found: 0, items: 50) == values[0])
        #expect(TextModel.rarity(found: 0, items: 0).isFinite)
    }

    @Test func anEmptyModelIsNoTrouble() {
        let model = TextModel([TextDocument]())
        #expect(model.count == 0 && model.languages.isEmpty)
        #expect(model.matches(of: Phrase("lava")).items.isEmpty)
    }

    @Test func sumsOfVectorsMergeTermsAndDropWhatCancels() {
        let a = TermVector([(term: 3, weight: 3), (term: 1, weight: 4)])
        #expect(a.terms == [1, 3] && a.weights == [0.8, 0.6])
        #expect(TermVector([(term: 1, weight: 1), (term: 1, weight: 2)]).weights == [1])
        func sum(_ parts: [(vector: TermVector, weight: Float)]) -> TermVector { TermVector.sum(parts) }
        let none = sum([(a, 2), (a, -2)])
        #expect(none.isEmpty)
        let both = sum([(a, 1), (TermVector([(term: 2, weight: 9)]), 1)])
        #expect(both.terms == [1, 2, 3])
        let nothing = sum([])
        #expect(nothing.isEmpty)
    }

    @Test func aVectorThatVanishesIsEmpty() {
        let tiny = TermVector([(term: 1, weight: 1e-30)])
        let a = TermVector([(term: 1, weight: 1)])
        #expect(tiny.isEmpty && tiny.weights.isEmpty)
        #expect(a.cosine(to: tiny) == 0 && tiny.cosine(to: a) == 0)
    }
}
