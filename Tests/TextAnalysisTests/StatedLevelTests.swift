import Content
import TextAnalysis
import Testing

@Suite struct StatedLevelTests {
    @Test(
        arguments: [
            ("Grade 3", 3), ("3", 3), ("Grades 3-5", 4), ("K-2", 1), ("5th grade", 5), ("Kindergarten", 0),
            ("Year 5", 4), ("Key Stage 2", 3.5), ("key stage 4 (GCSE)", 9.5), ("Klasse 7", 7), ("grado 6", 6),
            ("http://purl.org/ASN/scheme/ASNEducationLevel/8", 8),
            ("http://purl.org/ASN/scheme/ASNEducationLevel/K", 0),
            ("10 years old", 5),
        ] as [(String, Double)])
    func levels(stated: String, grade: Double) {
        var learning = LearningMetadata()
        learning.educationLevels = [stated]
        #expect(StatedLevel.grade(of: learning) == grade)
    }

    @Test(arguments: [
        "", "beginner", "higher education", "2024", "Grade 99", "https://levels.example/3", "-", "part 3 of a series",
    ])
    func whatMeansNoGrade(stated: String) {
        var learning = LearningMetadata()
        learning.educationLevels = [stated]
        #expect(StatedLevel.grade(of: learning) == nil)
    }

    @Test(
        arguments: [("8-10", 4), ("7+", 2), ("9", 4), ("ages 11–13", 7), ("4-99", 0), ("6-18", 1)] as [(String, Double)]
    )
    func ages(stated: String, grade: Double) {
        var learning = LearningMetadata()
        learning.ageRanges = [stated]
        #expect(StatedLevel.grade(of: learning) == grade)
        learning.educationLevels = ["Grade 12"]
        #expect(StatedLevel.grade(of: learning) == 12, "a level is nearer than an age")
    }

    @Test(arguments: ["", "adult", "1", "200"]) func whatMeansNoAge(stated: String) {
        var learning = LearningMetadata()
        learning.ageRanges = [stated]
        #expect(StatedLevel.grade(of: learning) == nil)
    }

    @Test(
        arguments: [
            ("PT20M", 20), ("PT1H30M", 90), ("pt45s", 1), ("90 minutes", 90), ("1 h 5 min", 65), ("15", 15),
            ("P1D", nil),
            ("soon", nil), ("PT0S", nil), ("PT100H", nil), ("P0Y0M0DT0H10M", 10),
        ] as [(String, Int?)])
    func times(stated: String, minutes: Int?) {
        var learning = LearningMetadata()
        learning.timesRequired = [stated]
        #expect(StatedLevel.minutes(of: learning) == minutes)
    }
}
