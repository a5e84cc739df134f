// A plugin imports ScorerKit and TextAnalysis and nothing else of ours: the words of Content come with the kit.
@_exported import Content
