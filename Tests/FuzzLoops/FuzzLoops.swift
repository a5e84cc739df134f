import Foundation
import Glibc

/// `fuzz-loops [--seconds N | --inputs N] [--seed N] [--only NAME] [--findings FOLDER]`: changes sound inputs of every parser at random
/// and says for which something does not hold; exit status 1 if there was one. Without `--seconds` it does the same each time.
/// `fuzz-loops --only NAME --replay FILE` runs one input in this process.
@main
struct FuzzLoops {
    static func main() throws {
        var options = Options()
        guard options.read(Array(CommandLine.arguments.dropFirst())) else {
            print(
                "Usage: fuzz-loops [--seconds N | --inputs N] [--seed N] [--only NAME] [--replay FILE] [--findings FOLDER]"
            )
            print("Loops: " + FuzzLoop.all.map { $0.name }.joined(separator: ", "))
            exit(2)
        }
        let loops = FuzzLoop.all.filter { options.only == nil || $0.name == options.only }
        if let child = options.child, let loop = loops.first {
            ChildLoop.run(
                loop, seed: options.seed, from: child.first, to: child.end, seconds: child.seconds,
                progress: child.progress)
            return print(ChildLoop.peakMegabytes)
        }
        if let file = options.replay, let loop = loops.first {
            ChildLoop.check([UInt8](try Data(contentsOf: URL(filePath: file))), of: loop)
            return print("\(loop.name): all holds")
        }
        exit(try run(loops, options) ? 0 : 1)
    }

    private static func run(_ loops: [FuzzLoop], _ options: Options) throws -> Bool {
        var failed = 0
        var inputs = 0
        for loop in loops {
            let share = options.seconds / Double(loops.count)
            let outcome = try LoopRun(loop: loop, seed: options.seed, findings: options.findings).run(
                inputs: options.seconds > 0 ? .max : options.inputs, seconds: share)
            let name = loop.name.padding(toLength: 16, withPad: " ", startingAt: 0)
            print("\(name) \(outcome.inputs) inputs, \(outcome.failures.count) failed, at most \(outcome.megabytes) MB")
            for failure in outcome.failures { print(failure) }
            fflush(nil)
            failed += outcome.failures.count
            inputs += outcome.inputs
        }
        print("\(loops.count) loops, seed \(options.seed): \(inputs) inputs, \(failed) failed")
        return failed == 0
    }
}

/// What the command line says.
struct Options {
    var seconds = 0.0
    var inputs = 300
    var seed: UInt64 = 1
    var only: String?
    var replay: String?
    var findings = ".build/fuzz/findings"
    var child: (first: Int, end: Int, seconds: Double, progress: String)?

    /// Reads the arguments; false where they mean nothing.
    mutating func read(_ arguments: [String]) -> Bool {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            guard let value = rest.popFirst() else { return false }
            switch name {
            case "--seconds": seconds = Double(value) ?? -1
            case "--inputs": inputs = Int(value) ?? -1
            case "--seed": seed = UInt64(value) ?? 0
            case "--only": only = value
            case "--replay": replay = value
            case "--findings": findings = value
            case "--child":
                guard let first = Int(value), rest.count >= 3, let end = Int(rest[rest.startIndex]),
                    let seconds = Double(rest[rest.startIndex + 1])
                else { return false }
                child = (first, end, seconds, rest[rest.startIndex + 2])
                rest = rest.dropFirst(3)
            default: return false
            }
        }
        let isKnown = only.map { name in FuzzLoop.all.contains { $0.name == name } } ?? (replay == nil && child == nil)
        return seconds >= 0 && inputs >= 0 && isKnown
    }
}
