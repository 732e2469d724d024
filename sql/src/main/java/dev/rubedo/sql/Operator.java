package dev.rubedo.sql;

/**
 * An operator with its SQL and how tightly it binds. Parentheses come from this table alone; a dialect may write
 * another token. Immutable.
 */
public enum Operator {
    /** Multiplication. */
    MULTIPLY("*", 8),
    /** Division. */
    DIVIDE("/", 8),
    /** Remainder. */
    MODULO("%", 8),
    /** Minus before a number. */
    NEGATE("-", 8),
    /** Every bit turned. */
    BITWISE_NOT("~", 8),
    /** Addition. */
    ADD("+", 7),
    /** Subtraction. */
    SUBTRACT("-", 7),
    /** Bits set on both sides. */
    BITWISE_AND("&", 7),
    /** Bits set on either side. */
    BITWISE_OR("|", 7),
    /** Bits set on one side only. */
    BITWISE_XOR("^", 7),
    /** Bits moved up. */
    SHIFT_LEFT("<<", 7),
    /** Bits moved down. */
    SHIFT_RIGHT(">>", 7),
    /** One text after another. */
    CONCAT("||", 5),
    /** Equal. */
    EQ("=", 5),
    /** Not equal. */
    NE("!=", 5),
    /** Less. */
    LT("<", 5),
    /** Less or equal. */
    LE("<=", 5),
    /** Greater. */
    GT(">", 5),
    /** Greater or equal. */
    GE(">=", 5),
    /** Not equal, where NULL counts as a value. */
    IS_DISTINCT_FROM("IS DISTINCT FROM", 5),
    /** Equal, where NULL counts as a value. */
    IS_NOT_DISTINCT_FROM("IS NOT DISTINCT FROM", 5),
    /** Test for NULL. */
    IS("IS", 5),
    /** Test for not NULL. */
    IS_NOT("IS NOT", 5),
    /** Pattern. */
    LIKE("LIKE", 5),
    /** Not the pattern. */
    NOT_LIKE("NOT LIKE", 5),
    /** Pattern, without regard to case. */
    ILIKE("ILIKE", 5),
    /** Not the pattern, without regard to case. */
    NOT_ILIKE("NOT ILIKE", 5),
    /** Regular expression. */
    REGEXP("~", 5),
    /** Not the regular expression. */
    NOT_REGEXP("!~", 5),
    /** One of a list. */
    IN("IN", 5),
    /** Not one of a list. */
    NOT_IN("NOT IN", 5),
    /** From one value to another. */
    BETWEEN("BETWEEN", 5),
    /** Not from one value to another. */
    NOT_BETWEEN("NOT BETWEEN", 5),
    /** Negation. */
    NOT("NOT", 5),
    /** Collation. */
    COLLATE("COLLATE", 4),
    /** Both. */
    AND("AND", 3),
    /** Either. */
    OR("OR", 2),
    /** At least one row. */
    EXISTS("EXISTS", 0);

    private final String token;
    private final int precedence;

    Operator(String token, int precedence) {
        this.token = token;
        this.precedence = precedence;
    }

    /** Returns the SQL, as in the standard or, where it has none, in most databases. */
    public String token() {
        return token;
    }

    /** Returns how tightly it binds; higher is tighter. */
    public int precedence() {
        return precedence;
    }

    /** Returns whether {@code a op (b op c)} means the same as {@code (a op b) op c}. */
    public boolean isAssociative() {
        return this == ADD || this == MULTIPLY || this == CONCAT || this == AND || this == OR;
    }

    /**
     * Returns whether an operand with this operator needs parentheses inside another operator.
     *
     * @param outer the operator outside
     */
    public boolean needsParenthesesIn(Operator outer) {
        if (this == outer && isAssociative()) {
            return false;
        }
        return precedence <= outer.precedence;
    }

    /**
     * Returns the operator that holds exactly where this one does not.
     *
     * @throws IllegalStateException if there is none
     */
    public Operator negated() {
        return switch (this) {
            case EQ -> NE;
            case NE -> EQ;
            case LT -> GE;
            case GE -> LT;
            case LE -> GT;
            case GT -> LE;
            case IS_DISTINCT_FROM -> IS_NOT_DISTINCT_FROM;
            case IS_NOT_DISTINCT_FROM -> IS_DISTINCT_FROM;
            case IS -> IS_NOT;
            case IS_NOT -> IS;
            case LIKE -> NOT_LIKE;
            case NOT_LIKE -> LIKE;
            case ILIKE -> NOT_ILIKE;
            case NOT_ILIKE -> ILIKE;
            case REGEXP -> NOT_REGEXP;
            case NOT_REGEXP -> REGEXP;
            case IN -> NOT_IN;
            case NOT_IN -> IN;
            case BETWEEN -> NOT_BETWEEN;
            case NOT_BETWEEN -> BETWEEN;
            case MULTIPLY, DIVIDE, MODULO, NEGATE, BITWISE_NOT, ADD, SUBTRACT, BITWISE_AND, BITWISE_OR, BITWISE_XOR,
                    SHIFT_LEFT, SHIFT_RIGHT, CONCAT, NOT, COLLATE, AND, OR, EXISTS ->
                throw new IllegalStateException(token + " has no negation");
        };
    }
}
