/// The CronJob that lets a cluster tick. `Forbid`, since one run at a time is all that one store takes; by default two would overlap.
public enum KubernetesJob {
    /// The manifest; it belongs into the working folder, for a person to apply.
    public static func file(_ terms: UnitTerms, version: String) -> UnitFile {
        UnitFile(path: terms.folder + "/Config/kubernetes.yaml", text: text(terms, version: version))
    }

    /// What a person runs after it was written.
    public static func next(_ terms: UnitTerms) -> [String] {
        ["kubectl apply -f '\(file(terms, version: "").path)'"]
    }

    private static func text(_ terms: UnitTerms, version: String) -> String {
        """
        \(UnitFile.mark(for: terms.folder))
        # Set 'image' to your image of Gleaner, and 'claimName' to the volume that holds the working folder.
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: \(terms.name)
        spec:
          schedule: "*/10 * * * *"
          concurrencyPolicy: Forbid
          startingDeadlineSeconds: 300
          successfulJobsHistoryLimit: 1
          failedJobsHistoryLimit: 3
          jobTemplate:
            spec:
              backoffLimit: 0
              activeDeadlineSeconds: \(terms.killSeconds)
              template:
                spec:
                  restartPolicy: Never
                  automountServiceAccountToken: false
                  securityContext:
                    runAsNonRoot: true
                    runAsUser: 1000
                    runAsGroup: 1000
                    fsGroup: 1000
                    seccompProfile:
                      type: RuntimeDefault
                  containers:
                    - name: gleaner
                      image: gleaner:\(version)
                      args: ["run", "--due", "--quiet", "--config", "/school"]
                      workingDir: /school
                      securityContext:
                        allowPrivilegeEscalation: false
                        readOnlyRootFilesystem: true
                        capabilities:
                          drop: ["ALL"]
                      volumeMounts:
                        - name: school
                          mountPath: /school
                        - name: tmp
                          mountPath: /tmp
                  volumes:
                    - name: school
                      persistentVolumeClaim:
                        claimName: \(terms.name)
                    - name: tmp
                      emptyDir: {}

        """
    }
}
