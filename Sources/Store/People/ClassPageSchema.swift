import GRDB

/// What is of a class as a whole: its language.
enum ClassPageSchema {
    static let migration = "20 class pages"

    static let schema = """
        -- The language of what is made for the class as a whole; null: the school's.
        ALTER TABLE classVersion ADD COLUMN language TEXT;
        """
}
