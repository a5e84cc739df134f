import Content

/// What is found while rows are read that are not understood. What is so stands with the error (``StoreError``); here is what it comes to.
extension Finding {
    /// Told whenever the classes are read: such a class counts as teacher-led and reviewed.
    static func classNotUnderstood(_ name: String, _ error: StoreError) -> Finding {
        error.finding(at: .schoolClass(name), "its lists wait for the teacher")
    }

    /// Told in each run: such a feed counts as for the highest grade alone, until it is read again.
    static func feedNotUnderstood(_ address: String, _ error: StoreError) -> Finding {
        error.finding(at: .feed(address), "it is for grade 13 alone until 'gleaner ingest' has read it again")
    }

    /// Told in each run by which a file that waits to be handed over cannot be read; `name`: its path in the outbox.
    static func waitingFileNotUnderstood(_ name: String, _ error: StoreError) -> Finding {
        error.finding(at: .file(name), "it is not sent")
    }
}
