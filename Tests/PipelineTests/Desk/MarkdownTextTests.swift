@testable import Phrases
@testable import Pipeline
import Testing
@testable import UseCases

/// School papers in Markdown as plain text.
@Suite struct MarkdownTextTests {
    @Test func marksGoAndWordsStay() {
        let read = MarkdownText(
            """
            # The *dance*

            Bees **dance**, see [this page](https://x.example/a_b).
            ---
            - one `hive`
            > 2 * 3 = 6, and snake_case stays & so does <b>this</b>
            ## Why
            """)
        #expect(read.title == "The dance")
        #expect(
            read.text
                == "Bees dance, see this page.\none hive\n2 * 3 = 6, and snake_case stays & so does this\nWhy")
    }

    @Test func textWithoutMarksStaysAsItIs() {
        let read = MarkdownText(plain: "# One\r\n\r\n  two *three*\u{1B}[0m ")
        #expect(read.title == nil && read.text == "# One\ntwo *three* [0m")
    }
}
