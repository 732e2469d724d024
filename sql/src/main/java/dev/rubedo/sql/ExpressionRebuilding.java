package dev.rubedo.sql;

import org.jspecify.annotations.Nullable;

/**
 * Rebuilds expressions and conditions from components that a {@link Rewriter} has rewritten; returns the same instance
 * if none changed. Confined to one thread at a time.
 */
final class ExpressionRebuilding {
    private final Rewriter rewriter;

    ExpressionRebuilding(Rewriter rewriter) {
        this.rewriter = rewriter;
    }

    <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
        return switch (node) {
            case DerivedColumn<T> column -> derivedColumn(column);
            case ColumnReference<T> column -> column;
            case UnresolvedExpression<T> attribute -> attribute;
            case CustomExpression<T> custom -> custom(custom);
            case Condition condition -> keep(rewriter.condition(condition));
            case BindParameter<T> bind -> bind;
            case Literal<T> literal -> literal;
            case NullValue<T> nothing -> nothing;
            case Binary<T>(var left, var operator, var right, var type) -> {
                var newLeft = rewriter.expression(left);
                var newRight = rewriter.expression(right);
                yield Rewriter.same(newLeft, left) && Rewriter.same(newRight, right)
                        ? node
                        : new Binary<>(newLeft, operator, newRight, type);
            }
            case CustomOperation<T>(var left, var operator, var precedence, var right, var type) -> {
                var newLeft = rewriter.expression(left);
                var newRight = rewriter.expression(right);
                yield Rewriter.same(newLeft, left) && Rewriter.same(newRight, right)
                        ? node
                        : new CustomOperation<>(newLeft, operator, precedence, newRight, type);
            }
            case Unary<T>(var operator, var operand, var type) -> {
                var changed = rewriter.expression(operand);
                yield Rewriter.same(changed, operand) ? node : new Unary<>(operator, changed, type);
            }
            case Cast<T>(var operand, var type) -> {
                var changed = rewriter.expression(operand);
                yield Rewriter.same(changed, operand) ? node : new Cast<>(changed, type);
            }
            case TypeCoercion<T>(var operand, var type) -> {
                var changed = rewriter.expression(operand);
                yield Rewriter.same(changed, operand) ? node : new TypeCoercion<>(changed, type);
            }
            case FunctionCall<T> call -> functionCall(call);
            case Over<T>(var function, var window) -> {
                var newFunction = functionCall(function);
                var newWindow = rewriter.window(window);
                yield Rewriter.same(newFunction, function) && Rewriter.same(newWindow, window)
                        ? node
                        : new Over<>(newFunction, newWindow);
            }
            case Case<T> cases -> cases(cases);
            case Labeled<T>(var expression, var label) -> {
                var changed = rewriter.expression(expression);
                yield Rewriter.same(changed, expression) ? node : new Labeled<>(changed, label);
            }
            case ScalarSubquery<T>(var query) -> {
                var changed = rewriter.query(query);
                yield Rewriter.same(changed, query) ? node : new ScalarSubquery<>(changed);
            }
            case Collate<T>(var operand, var collation) -> {
                var changed = rewriter.expression(operand);
                yield Rewriter.same(changed, operand) ? node : new Collate<>(changed, collation);
            }
            case Extract(var field, var source) -> {
                var changed = rewriter.expression(source);
                yield Rewriter.same(changed, source) ? node : keep(new Extract(field, changed));
            }
            case Tuple(var elements) -> {
                var changed = rewriter.expressions(elements);
                yield Rewriter.same(changed, elements) ? node : keep(new Tuple(changed));
            }
            case TextFragment<T>(var text, var parameters, var type) -> {
                var changed = rewriter.parameters(parameters);
                yield Rewriter.same(changed, parameters) ? node : new TextFragment<>(text, changed, type);
            }
            case Star star -> node;
            case Quantified<T>(var quantifier, var operand, var type) -> {
                var changed = rewriter.expression(operand);
                yield Rewriter.same(changed, operand) ? node : new Quantified<>(quantifier, changed, type);
            }
            case Excluded<T>(var column) -> {
                var changed = rewriter.column(column);
                yield Rewriter.same(changed, column) ? node : new Excluded<>(changed);
            }
            case NextValue next -> node;
            case JsonAccess<T>(var document, var path, var form, var type) -> {
                var changed = rewriter.expression(document);
                yield Rewriter.same(changed, document) ? node : new JsonAccess<>(changed, path, form, type);
            }
        };
    }

    // A node of one type is replaced by one of the same type; the compiler cannot know this for nodes without a type
    // parameter.
    @SuppressWarnings("unchecked")
    private static <T extends @Nullable Object> Expression<T> keep(Expression<?> after) {
        return (Expression<T>) after;
    }

    private <T extends @Nullable Object> Expression<T> derivedColumn(DerivedColumn<T> column) {
        var source = rewriter.source(column.source());
        if (Rewriter.same(source, column.source())) {
            return column;
        }
        return rewriter.rebased(column, source);
    }

    private <T extends @Nullable Object> CustomExpression<T> custom(CustomExpression<T> node) {
        var children = node.children();
        var changed = rewriter.expressions(children);
        return Rewriter.same(changed, children) ? node : node.withChildren(changed);
    }

    <T extends @Nullable Object> FunctionCall<T> functionCall(FunctionCall<T> call) {
        var arguments = rewriter.expressions(call.arguments());
        var ordering = Rewriter.list(call.ordering(), rewriter::orderTerm);
        var group = Rewriter.list(call.group(), rewriter::orderTerm);
        var condition = rewriter.condition(call.condition());
        if (Rewriter.same(arguments, call.arguments()) && Rewriter.same(ordering, call.ordering())
                && Rewriter.same(group, call.group())
                && Rewriter.same(condition, call.condition())) {
            return call;
        }
        return new FunctionCall<>(call.name(), arguments, call.type(), call.isDistinct(), ordering, group, condition);
    }

    private <T extends @Nullable Object> Case<T> cases(Case<T> cases) {
        var subject = cases.subject() == null ? null : rewriter.expression(cases.subject());
        var branches = Rewriter.list(cases.branches(), branch -> {
            var test = rewriter.expression(branch.test());
            var result = rewriter.expression(branch.result());
            return Rewriter.same(test, branch.test()) && Rewriter.same(result, branch.result()) ? branch
                    : new Case.When<>(test, result);
        });
        var rest = cases.rest() == null ? null : rewriter.expression(cases.rest());
        return Rewriter.same(subject, cases.subject()) && Rewriter.same(branches, cases.branches())
                && Rewriter.same(rest, cases.rest())
                        ? cases
                        : new Case<>(subject, branches, rest, cases.type());
    }

    Condition condition(Condition node) {
        return switch (node) {
            case Comparison(var left, var operator, var right) -> {
                var newLeft = rewriter.expression(left);
                var newRight = rewriter.expression(right);
                yield Rewriter.same(newLeft, left) && Rewriter.same(newRight, right)
                        ? node
                        : new Comparison(newLeft, operator, newRight);
            }
            case Junction(var kind, var conditions) -> {
                var changed = Rewriter.list(conditions, rewriter::condition);
                yield Rewriter.same(changed, conditions) ? node : Junction.of(kind, changed);
            }
            case Not(var operand) -> {
                var changed = rewriter.condition(operand);
                yield Rewriter.same(changed, operand) ? node : changed.negate();
            }
            case IsNull(var operand, var negated) -> {
                var changed = rewriter.expression(operand);
                yield Rewriter.same(changed, operand) ? node : new IsNull(changed, negated);
            }
            case InValues(var operand, var name, var values, var negated) -> {
                var changed = rewriter.expression(operand);
                yield Rewriter.same(changed, operand) ? node : new InValues(changed, name, values, negated);
            }
            case InList(var operand, var items, var negated) -> {
                var changed = rewriter.expression(operand);
                var newItems = rewriter.expressions(items);
                yield Rewriter.same(changed, operand) && Rewriter.same(newItems, items) ? node
                        : new InList(changed, newItems, negated);
            }
            case InSelect(var operand, var query, var negated) -> {
                var changed = rewriter.expression(operand);
                var newQuery = rewriter.query(query);
                yield Rewriter.same(changed, operand) && Rewriter.same(newQuery, query)
                        ? node
                        : new InSelect(changed, newQuery, negated);
            }
            case Like like -> {
                var operand = rewriter.expression(like.operand());
                var pattern = rewriter.expression(like.pattern());
                yield Rewriter.same(operand, like.operand()) && Rewriter.same(pattern, like.pattern())
                        ? node
                        : new Like(operand, pattern, like.match(), like.ignoresCase(), like.escape(),
                                like.isNegated());
            }
            case RegexpMatch(var operand, var pattern, var flags, var negated) -> {
                var newOperand = rewriter.expression(operand);
                var newPattern = rewriter.expression(pattern);
                yield Rewriter.same(newOperand, operand) && Rewriter.same(newPattern, pattern)
                        ? node
                        : new RegexpMatch(newOperand, newPattern, flags, negated);
            }
            case Between(var operand, var low, var high, var symmetric, var negated) -> {
                var newOperand = rewriter.expression(operand);
                var newLow = rewriter.expression(low);
                var newHigh = rewriter.expression(high);
                yield Rewriter.same(newOperand, operand) && Rewriter.same(newLow, low) && Rewriter.same(newHigh, high)
                        ? node
                        : new Between(newOperand, newLow, newHigh, symmetric, negated);
            }
            case Exists(var query) -> {
                var changed = rewriter.query(query);
                yield Rewriter.same(changed, query) ? node : new Exists(changed);
            }
            case NoCondition nothing -> node;
            case BooleanCondition(var expression) -> {
                var changed = rewriter.expression(expression);
                yield Rewriter.same(changed, expression) ? node : BooleanCondition.of(changed);
            }
        };
    }
}
