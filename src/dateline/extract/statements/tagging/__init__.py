"""The trained tagger: which words report, and which words are their source, cue and content."""
