import Content

/// What is found of a file as a whole, which is named as people know it. `remedy`: what to do about this file (``FileRemedy``).
extension Finding {
    /// Told of a file that is not there, or may not be opened.
    static func fileNotOpened(_ file: String, remedy: String) -> Finding {
        Finding(.error, at: .file(file), "The file cannot be opened.", remedy: remedy)
    }

    /// Told of a folder, a pipe or a device in a file's place; `kind`: what it is.
    static func notAFile(_ file: String, _ kind: String, remedy: String) -> Finding {
        Finding(.error, at: .file(file), "It is \(kind), not a file.", remedy: remedy)
    }

    /// Told of a file whose reading fails.
    static func fileNotRead(_ file: String, remedy: String) -> Finding {
        Finding(.error, at: .file(file), "The file cannot be read.", remedy: remedy)
    }

    /// Told of a file of which nothing is read because of its size; `most`: in bytes.
    static func fileIsTooLarge(_ file: String, most: Int) -> Finding {
        Finding(
            .error, at: .file(file), "The file has more than \(most) bytes.",
            remedy: "Such a file is a few pages at most; look what is in it.")
    }

    /// Told of a file in another encoding.
    static func fileIsNotUTF8(_ file: String) -> Finding {
        Finding(
            .error, at: .file(file), "The file is not UTF-8 text.", remedy: "Save it as UTF-8 in your editor.")
    }
}

/// What to do about a file that cannot be read.
enum FileRemedy {
    static let configuration =
        "Check that the file exists and that you may read it; 'gleaner init DIR' makes a new folder."
    static let heldWords = "Correct 'suitability.held-words' in Config/gleaner.yaml, or set it to 'none'."
    static let protectiveWords =
        "Learners are protected by it. 'gleaner init . --missing' puts the one that ships in its place; or correct "
        + "'suitability' in Config/gleaner.yaml."
    static let shipped = "'gleaner init . --missing' puts the one that ships in its place."
    static let ownTopics = "Correct it, or take it away."
    static let manifest = "Check that you may read it."
}

/// What is found in the form of a file in YAML.
extension Finding {
    /// Told of a text that the parser cannot follow; `problem`: in its words.
    static func notYAML(_ problem: String, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "The file is not YAML: \(problem).",
            remedy: "Look at the indentation (blanks, no tabs), colons and quotes here and on the line before.")
    }

    /// Told of a character that no YAML has.
    static func characterIsNotYAML(_ problem: String, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "The file is not YAML: \(problem).",
            remedy: "Delete the character and type it again.")
    }

    /// Told where reading fails in another way.
    static func yamlFailed(_ error: any Error, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "The file is not YAML: \(error).", remedy: "Compare it with the shipped one.")
    }

    /// Told of keys that stand twice in a group.
    static func keysStandTwice(_ keys: [String], at place: FindingSite) -> Finding {
        let names = keys.map { "'\($0)'" }.joined(separator: ", ")
        return Finding(.error, at: place, "\(names) stands twice in one group.", remedy: "Keep one of the two.")
    }

    /// Told of the first anchor or alias, before the parser sees the text.
    static func aliasIsUsed(at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "A value begins with '&' or '*', which YAML takes for an anchor or alias.",
            remedy: "Put a text that begins so in quotes; anchors and aliases are not used here, write the value out.")
    }

    /// Told of the first value that lies in more lists and groups than any has to.
    static func valuesNestTooDeep(most: Int, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "Values nest deeper than \(most) levels.", remedy: "Look for a stray bracket or dash.")
    }
}

/// What is found in a list of words; lines from 1.
extension Finding {
    /// Told of each phrase that is longer than any is looked for; `most`: in characters.
    static func phraseIsTooLong(in file: String, line: Int, most: Int) -> Finding {
        phraseLeftOut("The phrase has more than \(most) characters.", file, line)
    }

    /// Told of each phrase that could never be found.
    static func phraseHasNoLetter(_ phrase: String, in file: String, line: Int) -> Finding {
        phraseLeftOut("'\(phrase)' has no letter in it.", file, line)
    }

    /// Told of each phrase with what no text has.
    static func phraseHasControlCharacter(in file: String, line: Int) -> Finding {
        phraseLeftOut("The phrase has a control character in it.", file, line)
    }

    private static func phraseLeftOut(_ problem: String, _ file: String, _ line: Int) -> Finding {
        Finding(
            .warning, at: .file(file, line: line, column: 1), problem, remedy: "Write one word or phrase a line.")
    }
}

/// What is found in topics, each by its id.
extension Finding {
    /// Told of a lexicon, when the topic is looked up.
    static func partIsNoList(_ part: String, of topic: String, inLexicon file: String) -> Finding {
        Finding(
            .error, at: .file(file), "'\(part)' of the topic '\(topic)' is no list.", remedy: "Write it as [one, two].")
    }

    /// Told of a lexicon, when the topic is looked up.
    static func partsAreNoMap(of topic: String, inLexicon file: String) -> Finding {
        Finding(
            .error, at: .file(file), "'parts' of the topic '\(topic)' is no map.",
            remedy: "Write it as {kangaroo: [kangaroo], koala: [koala]}.")
    }

    /// Told of the school's own topics; an empty `name`: the whole file, else a language or a topic.
    static func notAListOfTopics(_ name: String, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "\(name.isEmpty ? "The file" : "'\(name)'") is no list of topics.",
            remedy: "Write languages, below them topics, below these lists such as 'wide: [cobweb]'.")
    }

    /// Told of the school's own topics.
    static func partIsNoList(_ part: String, of topic: String, at place: FindingSite) -> Finding {
        Finding(.error, at: place, "'\(part)' of '\(topic)' is no list.", remedy: "Write it as [one, two].")
    }

    /// Told of the school's own topics.
    static func partNotKnown(_ part: String, of topic: String, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "'\(part)' of '\(topic)' is not known.",
            remedy:
                "Known: called, names, narrow, wide, unsure, company, not, away, and part-KEY for a part of a topic.")
    }
}

/// What is found of a scorer's folder, before its manifest is read.
extension Finding {
    /// Told where nobody can say which of several manifests counts.
    static func severalManifests(in folder: String, _ files: [String]) -> Finding {
        Finding(
            .error, at: .file(folder), "there are several manifests in it: \(files.joined(separator: ", ")).",
            remedy: "Keep one, so that nobody takes another for the one that counts.")
    }

    /// Told of a folder without a manifest.
    static func noManifest(in folder: String) -> Finding {
        Finding(
            .error, at: .file(folder), "there is no scorer.yaml and no scorer.json in it, so it is no scorer.",
            remedy: "See Plugins/PROTOCOL.md, or begin with 'gleaner scorers new NAME --language python'.")
    }

    /// Told of a manifest that lies elsewhere, where others may change it.
    static func manifestIsALink(_ file: String) -> Finding {
        Finding(
            .error, at: .file(file), "The manifest is a link or no file.", remedy: "Put the file itself there.")
    }
}
