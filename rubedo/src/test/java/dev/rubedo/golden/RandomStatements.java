package dev.rubedo.golden;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.caseWhen;
import static dev.rubedo.sql.Sql.coalesce;
import static dev.rubedo.sql.Sql.count;
import static dev.rubedo.sql.Sql.deleteFrom;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.join;
import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.max;
import static dev.rubedo.sql.Sql.not;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.update;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Random queries and changes of two tables, always the same for a seed. Confined to one thread at a time. */
final class RandomStatements {

    private final Random random;
    private final Column<Integer> id = column("id", Types.INTEGER).primaryKey();
    private final Column<String> name = column("name", Types.string(50));
    private final Column<Integer> age = column("age", Types.INTEGER).nullable();
    private final Table people = new MetaData().table("people", id, name, age);
    private final Column<Integer> owner = column("owner_id", Types.INTEGER);
    private final Column<String> order = column("order", Types.string(20));
    private final Table things = new MetaData().table("my things", owner, order);

    RandomStatements(long seed) {
        this.random = new Random(seed);
    }

    List<Object> constructs(int number) {
        return IntStream.range(0, number).<Object>mapToObj(any -> construct()).toList();
    }

    private Object construct() {
        return switch (random.nextInt(8)) {
            case 0 -> insertInto(people).values(id, random.nextInt(), name, "n");
            case 1 -> insertInto(people).rows(List.of("a", "b"), (row, text) -> row.set(name, text));
            case 2 -> update(people).set(age, number(2)).where(condition(3));
            case 3 -> deleteFrom(people).where(condition(3));
            case 4 ->
                select(age, count()).where(condition(2)).groupBy(age).having(count().gt(literal(1L))).orderBy(age);
            case 5 -> select(id, order).from(join(people, things, owner.eq(id))).where(condition(2)).orderBy(id.desc())
                    .limit(random.nextInt(9) + 1);
            case 6 -> select(id).where(condition(2)).union(select(owner));
            default -> select(number(3).as("n"), text().as("t")).where(condition(3)).orderBy(name.asc(), id.desc())
                    .limit(5).offset(random.nextInt(9));
        };
    }

    private Condition condition(int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? age.isNull() : name.like("a%");
        }
        return switch (random.nextInt(9)) {
            case 0 -> condition(depth - 1).and(condition(depth - 1));
            case 1 -> condition(depth - 1).or(condition(depth - 1));
            case 2 -> not(condition(depth - 1));
            case 3 -> age.in(1, 2, 3);
            case 4 -> id.in(select(owner).where(order.eq("x")));
            case 5 -> select(owner).where(owner.eq(id)).exists();
            case 6 -> number(depth - 1).between(literal(1), number(depth - 1));
            case 7 -> text().contains("b");
            default -> number(depth - 1).ge(number(depth - 1));
        };
    }

    private Expression<Integer> number(int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? age : id;
        }
        return switch (random.nextInt(6)) {
            case 0 -> number(depth - 1).plus(number(depth - 1));
            case 1 -> number(depth - 1).times(number(depth - 1));
            case 2 -> coalesce(age, number(depth - 1));
            case 3 -> caseWhen(condition(depth - 1), number(depth - 1)).otherwise(number(depth - 1));
            case 4 -> select(max(owner)).scalar();
            default -> number(depth - 1).minus(random.nextInt(9));
        };
    }

    private Expression<String> text() {
        return random.nextBoolean() ? name : name.concat("!");
    }
}
