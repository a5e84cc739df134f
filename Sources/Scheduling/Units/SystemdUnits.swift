/// The service and timer that let systemd tick. The timer fires every ten minutes and the program decides: so no time that the
/// clock skips or repeats is ever lost or doubled, which is not so for a timer that names the hour.
public enum SystemdUnits {
    /// The two files.
    public static func files(_ terms: UnitTerms) -> [UnitFile] {
        let folder =
            terms.isUser ? terms.home + "/.config/systemd/user" : "/etc/systemd/system"
        return [
            UnitFile(path: "\(folder)/\(terms.name).service", text: service(terms)),
            UnitFile(path: "\(folder)/\(terms.name).timer", text: timer(terms)),
        ]
    }

    /// What a person runs after they were written.
    public static func next(_ terms: UnitTerms) -> [String] {
        let user = terms.isUser ? " --user" : ""
        var lines = ["systemctl\(user) daemon-reload", "systemctl\(user) enable --now \(terms.name).timer"]
        // Without it a user's services end when they log out.
        if terms.isUser { lines.append("loginctl enable-linger") }
        return lines
    }

    private static func service(_ terms: UnitTerms) -> String {
        let mark = UnitFile.mark(for: terms.folder)
        var lines = [
            mark, "[Unit]", "Description=Gleaner: reading lists that are due", "Documentation=man:systemd.timer(5)",
            "Wants=network-online.target", "After=network-online.target", "", "[Service]", "Type=oneshot",
            "ExecStart=\(quoted(terms.program)) run --due --quiet --log journal --config \(quoted(terms.folder))",
            "TimeoutStartSec=\(terms.killSeconds)",
            "WorkingDirectory=\(escaped(terms.folder))", "UMask=0077", "Nice=10", "IOSchedulingClass=best-effort",
            "IOSchedulingPriority=6", "", "NoNewPrivileges=true", "LockPersonality=true", "RestrictRealtime=true",
            "RestrictSUIDSGID=true", "SystemCallArchitectures=native",
            "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK",
        ]
        if !terms.isUser {
            lines.insert("User=\(terms.user)", at: 9)
            lines += [
                "ProtectSystem=strict", "ReadWritePaths=\(quoted(terms.folder))", "ProtectHome=\(protectHome(terms))",
                "PrivateDevices=true", "ProtectClock=true", "ProtectControlGroups=true", "ProtectHostname=true",
                "ProtectKernelLogs=true", "ProtectKernelModules=true", "ProtectKernelTunables=true",
                "CapabilityBoundingSet=",
            ]
            if !isBelow("/tmp", terms) && !isBelow("/var/tmp", terms) { lines.append("PrivateTmp=true") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func timer(_ terms: UnitTerms) -> String {
        [
            UnitFile.mark(for: terms.folder), "[Unit]", "Description=Gleaner: look at the calendar every ten minutes",
            "",
            "[Timer]", "OnCalendar=*:0/10", "Persistent=true", "RandomizedDelaySec=60", "FixedRandomDelay=true",
            "AccuracySec=30s", "", "[Install]", "WantedBy=timers.target", "",
        ].joined(separator: "\n")
    }

    /// Homes are out of sight, unless the school's folder or the program lies in one.
    private static func protectHome(_ terms: UnitTerms) -> String {
        ["/home", "/root", "/run/user"].contains { isBelow($0, terms) } ? "read-only" : "true"
    }

    private static func isBelow(_ top: String, _ terms: UnitTerms) -> Bool {
        terms.folder.hasPrefix(top + "/") || terms.program.hasPrefix(top + "/")
    }

    /// A path as systemd reads it in a list of words (systemd.syntax(7)): quoted, `%` and `$` doubled.
    static func quoted(_ path: String) -> String {
        "\"" + escaped(path).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("$", with: "$$")
            + "\""
    }

    /// A path where systemd takes the whole line.
    private static func escaped(_ path: String) -> String { path.replacing("%", with: "%%") }
}
