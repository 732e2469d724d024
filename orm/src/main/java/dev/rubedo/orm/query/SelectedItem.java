package dev.rubedo.orm.query;

import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Into;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.UnresolvedEntity;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One item of the results of a statement, for code that handles statements that it did not build: exports, tables in
 * user interfaces, interceptors. Immutable.
 *
 * @param name the name: of the attribute, column or label, or of the entity; empty if there is none
 * @param type the Java type of the values
 * @param entity the entity that the item is or belongs to, as it appears in the statement, or null for none
 * @param isAliased whether the entity is an alias, or the rows of a subquery
 * @param item the item as it was selected
 */
public record SelectedItem(String name, Class<?> type, @Nullable EntityPath<?> entity, boolean isAliased,
        Projection<?> item) {

    /** Checks for null. */
    public SelectedItem {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(item, "item");
    }

    /**
     * Returns the items of a query, or of the RETURNING clause of an INSERT, UPDATE or DELETE, in order; empty if the
     * statement returns no rows or only the database knows the items.
     */
    public static List<SelectedItem> of(Statement<?> statement) {
        return statement.selectList().projections().stream().map(SelectedItem::of).toList();
    }

    private static SelectedItem of(Projection<?> item) {
        return switch (item) {
            case EntityPath<?> path ->
                new SelectedItem(path.$definition().name(), path.$definition().type(), path, isAlias(path), item);
            case Labeled<?> labeled -> {
                SelectedItem inner = of(labeled.expression());
                yield new SelectedItem(labeled.label(), inner.type, inner.entity, inner.isAliased, item);
            }
            case Attribute<?, ?> attribute -> new SelectedItem(attribute.name(), attribute.type().javaType(),
                    attribute.entity(), isAlias(attribute.entity()), item);
            case Expression<?> expression ->
                new SelectedItem(name(expression), expression.type().javaType(), null, false,
                        item);
            case Into<?> into -> new SelectedItem("", Object.class, null, false, item);
            case RowSource source -> new SelectedItem("", Object.class, null, false, item);
            case UnresolvedEntity<?> other -> new SelectedItem("", Object.class, null, false, item);
        };
    }

    private static String name(Expression<?> expression) {
        return expression instanceof ColumnReference<?> column ? column.name() : "";
    }

    private static boolean isAlias(EntityPath<?> path) {
        return switch (path.$origin()) {
            case PathOrigin.Named named -> true;
            case PathOrigin.Anonymous anonymous -> true;
            case PathOrigin.Derived derived -> true;
            case PathOrigin.Root root -> false;
            case PathOrigin.Through through -> false;
            case PathOrigin.Treated treated -> isAlias(treated.path());
        };
    }
}
