import GRDB

/// What is of a class as a whole: its language, and a way to all who were ever in it.
enum ClassPageSchema {
    static let migration = "20 class pages"

    static let schema = """
        -- The language of what is made for the class as a whole; null: the school's.
        ALTER TABLE classVersion ADD COLUMN language TEXT;
        -- Who is or ever was in a class.
        CREATE INDEX learnerClassEver ON learnerClass(class, learner);
        """
}
