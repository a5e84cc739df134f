import Content

/// A class's page as it is put out.
struct ClassPage {
    /// What it was made from.
    let gathered: GatheredList
    /// The name of its file, without what tells the kind.
    let file: String
    /// The page.
    let bytes: [UInt8]

    /// Whom it is for: nobody in particular.
    var reader: LearnerID { gathered.list.learner }
}
