/// Teachers' rules that end by themselves: those that hold up to a date, and those of one edition.
enum EditionRules {
    static let migration = "11 rules that end"

    static let schema = """
        -- The date of the last edition that a rule holds for; null: until it is taken back.
        ALTER TABLE teacherRule ADD COLUMN until TEXT;
        -- The one edition that a swap is of.
        ALTER TABLE teacherRule ADD COLUMN edition TEXT;
        """
}
