package dev.rubedo.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CompileFailureTest {
    /** What must not compile, and a part of what javac and Eclipse's compiler say. */
    private static final List<Failure> FAILURES = List.of(
            // operands of another type
            new Failure("USERS.name.eq(5);", "int cannot be converted to String",
                    "not applicable for the arguments (int)"),
            new Failure("USERS.age.like(\"A%\");", "String cannot be converted to Integer",
                    "not applicable for the arguments (String)"),
            new Failure("USERS.age.eq(USERS.name);", "Column<String>",
                    "not applicable for the arguments (Column<String>)"),
            new Failure("USERS.name.plus(\"x\");", "no suitable method found for plus(String)",
                    "not applicable for the arguments (String)"),
            new Failure("USERS.name.in(1, 2);", "int cannot be converted to String",
                    "not applicable for the arguments (int, int)"),
            new Failure("USERS.id.in(select(USERS.name));", "no suitable method found for in(",
                    "not applicable for the arguments (Select<String>)"),
            new Failure("USERS.age.between(1, USERS.name);", "no suitable method found for between(",
                    "not applicable for the arguments"),
            new Failure("count(USERS.id).gt(5);", "int cannot be converted to Long",
                    "not applicable for the arguments (int)"),
            new Failure("USERS.created.lt(now());", "no suitable method found for lt(",
                    "not applicable for the arguments (FunctionCall<OffsetDateTime>)"),
            new Failure("USERS.name.startsWith(USERS.age);", "cannot be converted to String",
                    "not applicable for the arguments"),
            // literal nulls
            new Failure("USERS.name.eq(null);", "reference to eq is ambiguous", "is ambiguous for the type"),
            new Failure("insertInto(USERS).values(USERS.name, null);", "reference to values is ambiguous",
                    "is ambiguous for the type"),
            new Failure("update(USERS).set(USERS.name, null);", "reference to set is ambiguous",
                    "is ambiguous for the type"),
            new Failure("caseWhen(USERS.active.eq(true), \"a\").otherwise(null);",
                    "reference to otherwise is ambiguous",
                    "is ambiguous for the type"),
            // functions
            new Failure("sum(USERS.name);", "sum", "sum"),
            new Failure("avg(USERS.name);", "Column<String> cannot be converted to Expression<? extends Number>",
                    "avg"),
            new Failure("lower(USERS.age);", "lower", "lower"),
            new Failure("extract(\"year\", USERS.created);", "String cannot be converted to Extract.Field",
                    "not applicable for the arguments (String,"),
            new Failure("coalesce(USERS.name, 5);", "no suitable method found for coalesce", "coalesce"),
            new Failure("caseWhen(USERS.active.eq(true), \"minor\").otherwise(5);",
                    "no suitable method found for otherwise(int)",
                    "not applicable for the arguments (int)"),
            // conditions
            new Failure("USERS.active.and(USERS.active);", "cannot find symbol",
                    "The method and(Column<Boolean>) is undefined"),
            new Failure("select(USERS).where(USERS.age);", "Column<Integer> cannot be converted to Expression<Boolean>",
                    "not applicable for the arguments (Column<Integer>)"),
            new Failure("not(USERS.name);", "Column<String> cannot be converted to Expression<Boolean>",
                    "not applicable for the arguments (Column<String>)"),
            new Failure("ifPresent(maybe, USERS.name::eq);", "Integer cannot be converted to String", "Column<String>"),
            // statements
            new Failure("select();", "found: no arguments",
                    "not applicable for the arguments ()"),
            new Failure("String name = select(USERS.id).columns(USERS.age).columns().get(0);",
                    "cannot be converted to String", "cannot convert from"),
            new Failure("Select<String> s = select(USERS.id);", "incompatible types", "Type mismatch"),
            new Failure("Select<Integer> s = select(USERS.id, USERS.name);", "incompatible types", "Type mismatch"),
            new Failure("Insert<Row> i = insertInto(USERS).values(USERS.name, \"a\");", "incompatible types",
                    "Type mismatch"),
            new Failure("insertInto(USERS).values(USERS.name, 5);", "values", "values"),
            new Failure("insertInto(USERS).values(count(USERS.id), 5L);", "values", "values"),
            new Failure("update(USERS).set(USERS.age, USERS.name);", "set", "set"),
            new Failure("select(USERS.id).union(select(USERS.name));",
                    "incompatible equality constraints Integer,String",
                    "not applicable for the arguments (Select<String>)"),
            new Failure("insertInto(select(USERS.id).subquery(\"s\"));", "Subquery cannot be converted to DmlTarget",
                    "not applicable for the arguments (Subquery)"),
            new Failure("select(into(Person::new, USERS.name, USERS.id));", "into", "Person"),
            new Failure("select(USERS.id).orderBy(\"name\");", "String cannot be converted to OrderTerm",
                    "not applicable for the arguments (String)"),
            new Failure("select(USERS.id).forUpdate().skipLocked();", "cannot find symbol",
                    "is undefined for the type Select<Integer>"),
            new Failure("select(USERS.id).from(\"users\");", "String cannot be converted to FromClause",
                    "not applicable for the arguments (String)"),
            // schema
            new Failure("column(\"id\", INTEGER).defaultValue(\"x\");",
                    "no suitable method found for defaultValue(String)",
                    "not applicable for the arguments (String)"),
            new Failure("column(\"id\", INTEGER).references(USERS.name);", "references", "references"),
            new Failure("Column<String> name = column(\"id\", INTEGER);", "inference variable T has incompatible",
                    "Type mismatch"),
            new Failure("class Mine implements StatementClause { }", "local classes must not extend sealed classes",
                    "sealed"));

    @TestFactory
    Stream<DynamicTest> mistakesDoNotCompile() {
        var samples = FAILURES.stream().map(Failure::code).toList();
        var tests = new ArrayList<DynamicTest>();
        for (var compiler : Compilation.values()) {
            var messages = compiler.messages(samples);
            for (int i = 0; i < samples.size(); i++) {
                var said = messages.get(i);
                var failure = FAILURES.get(i);
                tests.add(DynamicTest.dynamicTest(compiler + ": " + failure.code(), () -> assertThat(said)
                        .as(failure.code()).isNotEmpty().anyMatch(text -> text.contains(failure.message(compiler)))));
            }
        }
        return tests.stream();
    }

    private record Failure(String code, String javac, String eclipse) {
        private String message(Compilation compiler) {
            return compiler == Compilation.JAVAC ? javac : eclipse;
        }
    }
}
