package dev.rubedo.sql;

/**
 * An operator with its SQL token and precedence. Parentheses depend on this table; a dialect may write another
 * token. Immutable.
 */
public enum Operator {
    /** Multiplication. */
    MULTIPLY("*", 8),
    /** Division. */
    DIVIDE("/", 8),
    /** Remainder. */
    MODULO("%", 8),
    /** Unary minus. */
    NEGATE("-", 8),
    /** Bitwise complement. */
    BITWISE_NOT("~", 8),
    /** Addition. */
    ADD("+", 7),
    /** Subtraction. */
    SUBTRACT("-", 7),
    /** Bitwise AND. */
    BITWISE_AND("&", 7),
    /** Bitwise OR. */
    BITWISE_OR("|", 7),
    /** Bitwise exclusive OR. */
    BITWISE_XOR("^", 7),
    /** Left shift. */
    SHIFT_LEFT("<<", 7),
    /** Right shift. */
    SHIFT_RIGHT(">>", 7),
    /** Concatenation. */
    CONCAT("||", 5),
    /** Equal. */
    EQ("=", 5),
    /** Not equal. */
    NE("!=", 5),
    /** Less than. */
    LT("<", 5),
    /** Less than or equal. */
    LE("<=", 5),
    /** Greater than. */
    GT(">", 5),
    /** Greater than or equal. */
    GE(">=", 5),
    /** Not equal, treating NULL as a value. */
    IS_DISTINCT_FROM("IS DISTINCT FROM", 5),
    /** Equal, treating NULL as a value. */
    IS_NOT_DISTINCT_FROM("IS NOT DISTINCT FROM", 5),
    /** Test for NULL. */
    IS("IS", 5),
    /** Test for a value other than NULL. */
    IS_NOT("IS NOT", 5),
    /** Pattern match. */
    LIKE("LIKE", 5),
    /** No pattern match. */
    NOT_LIKE("NOT LIKE", 5),
    /** Pattern match, ignoring case. */
    ILIKE("ILIKE", 5),
    /** No pattern match, ignoring case. */
    NOT_ILIKE("NOT ILIKE", 5),
    /** Regular expression match. */
    REGEXP("~", 5),
    /** No regular expression match. */
    NOT_REGEXP("!~", 5),
    /** Member of a list. */
    IN("IN", 5),
    /** Not a member of a list. */
    NOT_IN("NOT IN", 5),
    /** Within a range. */
    BETWEEN("BETWEEN", 5),
    /** Outside a range. */
    NOT_BETWEEN("NOT BETWEEN", 5),
    /** Negation. */
    NOT("NOT", 5),
    /** Collation. */
    COLLATE("COLLATE", 4),
    /** Conjunction. */
    AND("AND", 3),
    /** Disjunction. */
    OR("OR", 2),
    /** Existence of rows. */
    EXISTS("EXISTS", 0);

    /** The precedence of expressions that never need parentheses: columns, calls, and those that bring their own. */
    public static final int ATOM = 100;
    /** The precedence of expressions that need parentheses everywhere. */
    static final int LOOSEST = -100;

    private final String token;
    private final int precedence;

    Operator(String token, int precedence) {
        this.token = token;
        this.precedence = precedence;
    }

    /** Returns the SQL token: that of the standard or, if it has none, that of most databases. */
    public String token() {
        return token;
    }

    /** Returns the precedence; a higher one binds tighter. */
    public int precedence() {
        return precedence;
    }

    /** Returns whether {@code a op (b op c)} means the same as {@code (a op b) op c}. */
    public boolean isAssociative() {
        return this == ADD || this == MULTIPLY || this == CONCAT || this == AND || this == OR;
    }

    /**
     * Returns whether an operation with this operator needs parentheses as an operand of another operator.
     *
     * @param outer the other operator
     */
    public boolean needsParenthesesIn(Operator outer) {
        if (this == outer && isAssociative()) {
            return false;
        }
        return precedence <= outer.precedence;
    }

    /** Returns the comparison that means the same with its operands exchanged. */
    Operator mirrored() {
        if (this == LT || this == LE) {
            return this == LT ? GT : GE;
        }
        return this == GT ? LT : this == GE ? LE : this;
    }

    /**
     * Returns the operator with the opposite result.
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
