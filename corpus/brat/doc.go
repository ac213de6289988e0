// Package brat reads and writes attribution relations in brat's standoff
// form (Stenetorp et al. 2012), as the PolNeAR corpus has it: text-bounds
// for Source, Cue and Content, each possibly of several fragments, and an
// event that groups them.
//
// Files count in Unicode code points; the package speaks byte offsets. Other
// kinds of annotation (notes, relations, attributes) are passed over.
package brat
