package dev.rubedo.cli.jpa;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Replaces uses of fields with calls of accessors in one member of a class. Confined to one thread at a time. */
final class FieldUses {
    private final Map<String, JpaAttribute> attributes;
    private final Others others;
    private final BiConsumer<Node, String> problems;
    private final @Nullable String overridden;
    private final Map<String, String> locals = new HashMap<>();

    /** The attributes of the classes of variables. */
    @FunctionalInterface
    interface Others {
        /** Returns an attribute of a converted class. */
        Optional<JpaAttribute> find(String className, String attribute);
    }

    /**
     * @param attributes the attributes of the class itself
     * @param others finds those of other classes
     * @param problems receives the uses that could not be replaced
     * @param overridden the accessor that this member overrides, which must call that of the superclass; null for none
     */
    FieldUses(Map<String, JpaAttribute> attributes, Others others, @Nullable String overridden,
            BiConsumer<Node, String> problems) {
        this.attributes = attributes;
        this.others = others;
        this.overridden = overridden;
        this.problems = problems;
    }

    void replaceIn(BodyDeclaration<?> member) {
        member.findAll(Parameter.class)
                .forEach(each -> locals.put(each.getNameAsString(), each.getType().asString()));
        member.findAll(VariableDeclarator.class)
                .forEach(each -> locals.put(each.getNameAsString(), each.getType().asString()));
        member.findAll(TypePatternExpr.class)
                .forEach(each -> locals.put(each.getNameAsString(), each.getType().asString()));
        // a replaced expression may contain others: innermost first
        for (var use : member.findAll(Expression.class, Node.TreeTraversal.POSTORDER)) {
            attribute(use).ifPresent(attribute -> replace(use, attribute));
        }
    }

    private Optional<JpaAttribute> attribute(Expression use) {
        if (use instanceof NameExpr name && !locals.containsKey(name.getNameAsString())) {
            return Optional.ofNullable(attributes.get(name.getNameAsString()));
        }
        if (use instanceof FieldAccessExpr access) {
            var scope = access.getScope();
            if (scope instanceof ThisExpr self && self.getTypeName().isEmpty()) {
                return Optional.ofNullable(attributes.get(access.getNameAsString()));
            }
            var type = scope instanceof NameExpr name ? locals.getOrDefault(name.getNameAsString(), "")
                    : scope instanceof EnclosedExpr enclosed && enclosed.getInner() instanceof CastExpr cast
                            ? cast.getType().asString() : "";
            return type.isEmpty() ? Optional.empty() : others.find(type, access.getNameAsString());
        }
        return Optional.empty();
    }

    private void replace(Expression use, JpaAttribute attribute) {
        var parent = use.getParentNode().orElse(null);
        if (parent instanceof AssignExpr assignment && assignment.getTarget() == use) {
            if (!(assignment.getParentNode().orElse(null) instanceof ExpressionStmt)) {
                problems.accept(use, "an assignment to \"" + attribute.name() + "\" within an expression");
                return;
            }
            var value = assignment.getValue();
            var sum = assignment.getOperator().toBinaryOperator()
                    .<Expression>map(
                            operator -> new BinaryExpr(call(use, attribute.getter(), attribute), value, operator))
                    .orElse(value);
            assignment.replace(call(use, attribute.setter(), attribute).addArgument(sum));
            return;
        }
        if (parent instanceof UnaryExpr unary && isStep(unary)) {
            if (!(unary.getParentNode().orElse(null) instanceof ExpressionStmt)) {
                problems.accept(use, "\"" + unary + "\" within an expression");
                return;
            }
            var operator = unary.getOperator().asString().startsWith("+") ? BinaryExpr.Operator.PLUS
                    : BinaryExpr.Operator.MINUS;
            unary.replace(call(use, attribute.setter(), attribute).addArgument(
                    new BinaryExpr(call(use, attribute.getter(), attribute), new IntegerLiteralExpr("1"), operator)));
            return;
        }
        use.replace(call(use, attribute.getter(), attribute));
    }

    private static boolean isStep(UnaryExpr unary) {
        return switch (unary.getOperator()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            case PLUS, MINUS, LOGICAL_COMPLEMENT, BITWISE_COMPLEMENT -> false;
        };
    }

    /** An overriding accessor would call itself. */
    private MethodCallExpr call(Expression use, String name, JpaAttribute attribute) {
        boolean isOverridden = overridden != null
                && (overridden.equals(attribute.getter()) || overridden.equals(attribute.setter()));
        if (isOverridden) {
            return new MethodCallExpr(new SuperExpr(), name);
        }
        return use instanceof FieldAccessExpr access && !(access.getScope() instanceof ThisExpr)
                ? new MethodCallExpr(access.getScope().clone(), name) : new MethodCallExpr(name);
    }
}
