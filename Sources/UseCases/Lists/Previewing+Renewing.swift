import Configuration
import Content
import Foundation
import Output
import Pipeline

extension Previewing {
    /// Writes the views of lists anew that somebody has had written: whoever opens them sees the lists as they are now.
    func renew(_ learners: [Learner], of edition: Edition) -> [Finding] {
        learners.compactMap { learner in
            let folder = "\(school.folder.data)/preview/\(edition)/\(ListPreview.folderName(of: learner.id))"
            guard FileManager.default.fileExists(atPath: folder + "/index.html") else { return nil }
            do {
                _ = try preview(learner: learner.id.rawValue, edition: edition, to: nil)
                return nil
            } catch {
                return Finding(.warning, at: .learner(learner.id), "the preview could not be made anew: \(error)")
            }
        }
    }
}
