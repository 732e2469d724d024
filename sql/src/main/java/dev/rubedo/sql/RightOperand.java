package dev.rubedo.sql;

/** An operand that databases take on the right of a comparison only. Immutable. */
interface RightOperand {}
