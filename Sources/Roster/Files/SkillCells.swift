import Content

extension RosterFile<LearnerRow> {
    /// The rows without what is a skill and no topic in 'needs' and 'strengths', and a finding for each such skill: what to write instead.
    /// However many rows have it, it is one finding.
    public func withoutSkills(_ rule: SkillRule) -> RosterFile<LearnerRow> {
        var file = self
        var lines: [String: (column: String, lines: [Int])] = [:]
        for index in file.rows.indices {
            for kind in [Fact.Kind.needs, .strengths] {
                guard let value = file.rows[index].values[kind] else { continue }
                let parts = Fact.list(value)
                let topics = parts.filter { !rule.isSkill($0) }
                guard topics.count < parts.count else { continue }
                for skill in parts where rule.isSkill(skill) {
                    lines[skill.lowercased(), default: (LearnerColumn.name(of: kind), [])].lines.append(
                        file.rows[index].line)
                }
                file.rows[index].values[kind] = topics.joined(separator: ";")
            }
        }
        file.findings += lines.sorted { $0.key < $1.key }.map { skill, found in
            .skillIsNoTopic(skill, in: found.column, of: name, lines: found.lines)
        }
        return file
    }
}
