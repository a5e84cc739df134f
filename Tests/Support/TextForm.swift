/// Made-up texts that come from one form, filled in anew each time: alike in most words, and different articles. What is
/// filled in stands in braces in the headline and the text.
package enum TextForm {
    /// The forms: a headline and a text, with a set of values for each brace.
    static let forms: [(title: String, text: String, values: [[String]])] = [
        (
            "Weather for {0}",
            "Good morning from the weather desk. {1} skies over {0} today with highs of {2} degrees and a {3} wind from the {4}. {5} is expected towards the evening. Here is the outlook for the days to come.",
            [
                places, ["Clear", "Grey", "Stormy", "Bright"], numbers, ["light", "strong", "fresh"],
                ["west", "north", "south"], ["Rain", "Snow", "Fog", "Sunshine"],
            ]
        ),
        (
            "Quiz: {0}",
            "How much do you know about {0}? Take our ten questions and see how you do. Share your score with friends and family, and come back tomorrow for another quiz from our team.",
            [subjects]
        ),
        (
            "Puzzle of the day, no {0}",
            "Puzzle no {0}: fill the grid so that every row, every column and every box holds each figure once. Tap to begin, and compare your time with that of other readers all over the country.",
            [numbers]
        ),
        (
            "The river and the sea, part {0}: {1}",
            "In this series we follow the river from its spring down to the sea. Each week we stop in another town and meet those who live by the water. In part {0} we reach {1}, where {2}.",
            [
                ["two", "three", "four", "five"], places,
                ["the ferry has run for a hundred years", "nobody fishes any more", "the mill turns again"],
            ]
        ),
        (
            "Earthquake of magnitude {0} off {1}",
            "An earthquake of magnitude {0} struck {2} kilometres off the coast of {1} on {3}, the survey said. There were no immediate reports of damage or of people hurt. No warning was given.",
            [numbers, places, numbers, days]
        ),
        (
            "Storytime at the library",
            "Join us for stories, songs and rhymes at the {0} library every {1} at {2} o'clock. For children under five and those who come with them. There is no need to book, and tea is served.",
            [places, days, numbers]
        ),
        (
            "Markets close {1}",
            "The index closed {1} on {0}, at {2} points, after a day of {3} trade. Shares of banks {4}. Analysts said that they would wait for the figures of the central bank before they took a view.",
            [
                days, ["higher", "lower", "unchanged"], numbers, ["thin", "lively", "nervous"],
                ["rose", "fell", "held"],
            ]
        ),
        (
            "{0} against {1}: what you need to know",
            "Everything that you need to know before {0} meet {1} on {2}: when the match begins, where to see it, who is hurt and who may play. {0} have won {3} of the last matches between the two.",
            [places, places, days, numbers]
        ),
        (
            "Word of the week: {0}",
            "Each week we take a word apart: where it comes from, what it once meant and how it is used now. This week it is {0}. Write to us with a word that you would like to know more about.",
            [subjects]
        ),
        (
            "Roadworks on the {0} road",
            "The {0} road will be closed between {1} and {2} from {3} for works on the bridge. Drivers are asked to leave more time, and buses will stop at the church instead of the market until further notice.",
            [places, places, places, days]
        ),
        (
            "Episode {0}: {1}",
            "Welcome to our weekly talk about science for everybody. In this episode our guests speak about {1}. If you like what you hear, tell a friend and leave us a word where you found us. Music by the house band.",
            [numbers, subjects]
        ),
        (
            "Recipe of the week",
            "A dish for the season, ready in {0} minutes: {1} with {2}. Our cook shows step by step how it is done and what to watch for, and says which wine or juice goes best with it at a family table.",
            [
                numbers, ["roast pumpkin", "baked fish", "red lentils", "green beans"],
                ["walnuts", "lemon and dill", "fried onions", "sheep's cheese"],
            ]
        ),
    ]

    private static let places = [
        "Arnholt", "Belwick", "Carsmouth", "Dunfell", "Eastrow", "Farleigh", "Gorsby", "Hembury",
    ]
    private static let subjects = [
        "volcanoes", "bridges", "beetles", "glaciers", "castles", "comets", "orchards", "whales",
    ]
    private static let numbers = ["4.2", "5.8", "12", "17", "23", "31", "208", "1,416", "36", "41"]
    private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    /// How many forms there are.
    package static var count: Int { forms.count }

    /// Two different articles of one form: what is filled in on one side stands nowhere on the other.
    package static func pair(_ form: Int, using random: inout SeededRandom) -> [(title: String, text: String)] {
        let form = forms[form]
        var used: Set<String> = []
        let values = form.values.map { values in
            let pair = random.some(2, of: values.filter { !used.contains($0) })
            used.formUnion(pair)
            return pair
        }
        return (0..<2).map { side in
            var (title, text) = (form.title, form.text)
            for (index, pair) in values.enumerated() {
                title = title.replacing("{\(index)}", with: pair[side])
                text = text.replacing("{\(index)}", with: pair[side])
            }
            return (title, text)
        }
    }
}
