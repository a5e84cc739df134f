extension FuzzLoop {
    /// All loops; none where the program was not built for debugging, for then the modules cannot be looked into.
    static var all: [FuzzLoop] {
        #if DEBUG
            [
                configuration, learners, classes, strips, calendars, feedLists, evaluation, manifests, linesOfScorers,
                framesOfScorers, storedJSON, templates, wordings, heldWords, heldLists, topics, distressWords,
                privateWords,
                times, addresses, articles, packages, districts, exports, deskRequest,
            ]
        #else
            []
        #endif
    }
}
