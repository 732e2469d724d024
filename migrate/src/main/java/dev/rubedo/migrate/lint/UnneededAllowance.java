package dev.rubedo.migrate.lint;

/** RB100: {@code allow(...)} for a rule that finds nothing. Immutable. */
final class UnneededAllowance implements LintRule {
    @Override
    public String code() {
        return "RB100";
    }

    @Override
    public String title() {
        return "An allowance that is not needed";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    String message(String rule) {
        return "The revision allows " + rule + ", but that rule finds nothing in it. Remove allow(\"" + rule
                + "\", ...).";
    }
}
