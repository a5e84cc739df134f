import Files
import Foundation
import Glibc
import Testing

/// Links that somebody planted where we write: nothing is written elsewhere.
@Suite struct PlantedLinkTests {
    @Test func aLinkInTheLocksPlaceIsRefusedAndLeftAlone() throws {
        let place = try Place()
        defer { place.remove() }
        try place.write("mine", to: "victim")
        #expect(symlink("victim", place.path("run.lock")) == 0)
        #expect(throws: FileProblem.self) {
            let lock = try KernelLock.take(place.path("run.lock"), waits: false)
            _ = consume lock
        }
        #expect(place.text("victim") == "mine")
        #expect(symlink("nothing", place.path("write.lock")) == 0)
        #expect(throws: FileProblem.self) { try KernelLock.ofChanges(in: place.root).release() }
        #expect(!place.names.contains("nothing"))
    }

    @Test func aHardLinkOrAPipeInTheLocksPlaceIsRefused() throws {
        let place = try Place()
        defer { place.remove() }
        try place.write("mine", to: "victim")
        #expect(link(place.path("victim"), place.path("run.lock")) == 0)
        #expect(throws: FileProblem.self) {
            let lock = try KernelLock.take(place.path("run.lock"), waits: false)
            _ = consume lock
        }
        #expect(mkfifo(place.path("write.lock"), 0o600) == 0)
        #expect(throws: FileProblem.self) { try KernelLock.ofChanges(in: place.root).release() }
        #expect(place.text("victim") == "mine")
    }

    @Test func aLockIsForOneAtATimeAndForItsOwnerAlone() throws {
        let place = try Place()
        defer { place.remove() }
        let path = place.path("run.lock")
        let first = try KernelLock.take(path, waits: false)
        first?.note("process 1")
        let second = try KernelLock.take(path, waits: false)
        let isTaken = second == nil
        _ = consume second
        #expect(isTaken && place.text("run.lock") == "process 1" && place.mode("run.lock") == 0o600)
        _ = consume first
        let third = try KernelLock.take(path, waits: false)
        let isFree = third != nil
        _ = consume third
        #expect(isFree)
    }

    @Test(.enabled(if: geteuid() == 0)) func aLockThatRootMakesInSomebodysFolderIsTheirs() throws {
        let place = try Place()
        defer { place.remove() }
        #expect(chown(place.root, 1_234, 5_678) == 0)
        try KernelLock.ofChanges(in: place.path("Data")).release()
        for name in ["Data", "Data/write.lock"] {
            var status = stat()
            #expect(lstat(place.path(name), &status) == 0 && status.st_uid == 1_234 && status.st_gid == 5_678)
        }
        try KernelLock.ofChanges(in: place.path("Data")).release()
        // One that belongs to a third is nobody's to take.
        #expect(chown(place.path("Data/write.lock"), 4_321, 4_321) == 0)
        #expect(throws: FileProblem.self) { try KernelLock.ofChanges(in: place.path("Data")).release() }
    }

    @Test func aPlantedPartIsReplacedAndNotWrittenThrough() throws {
        let place = try Place()
        defer { place.remove() }
        try place.write("mine", to: "victim")
        #expect(symlink("victim", place.path("a.eml.part")) == 0 && symlink("victim", place.path("a.eml")) == 0)
        let folder = try OpenFolder(place.root, making: false)
        let file = try folder.create("a.eml.part")
        try OpenFolder.write(Array("mail".utf8), to: file, of: "a.eml")
        close(file)
        try folder.rename("a.eml.part", to: "a.eml")
        #expect(place.text("victim") == "mine" && place.text("a.eml") == "mail" && !place.isLink("a.eml"))
    }

    @Test func aLinkInAFoldersPlaceIsNotEntered() throws {
        let place = try Place()
        let elsewhere = try Place()
        defer {
            place.remove()
            elsewhere.remove()
        }
        #expect(symlink(elsewhere.root, place.path("manual@2026-09-07")) == 0)
        let outbox = try OpenFolder(place.root, making: true)
        #expect(throws: FileProblem.self) { _ = try outbox.folder("manual@2026-09-07/mail", making: true) }
        #expect(throws: FileProblem.self) { _ = try outbox.folder("../x", making: true) }
        #expect(elsewhere.names.isEmpty)
        _ = try outbox.folder("weekly@2026-09-07/mail", making: true)
        #expect(place.mode("weekly@2026-09-07/mail") == 0o700)
    }
}
