package dev.rubedo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.command.MigrationEnvironment;
import dev.rubedo.sql.Sql;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that writes code from a database. */
class GenerateTest {
    @TempDir private Path directory;
    private String url = "";
    private String errors = "";

    @BeforeEach
    void createTables() throws IOException {
        Files.createFile(directory.resolve("rubedo.toml"));
        url = "sqlite:///" + directory.resolve("shop.db");
        try (var engine = Engine.create(url)) {
            engine.inTransaction(connection -> List
                    .of("CREATE TABLE customers (id INTEGER PRIMARY KEY, name VARCHAR(50) NOT NULL)",
                            "CREATE TABLE orders (id INTEGER PRIMARY KEY, placed_at DATETIME, customer_id INTEGER NOT NULL"
                                    + " REFERENCES customers(id))",
                            "CREATE TABLE rubedo_version (version_num VARCHAR(32) PRIMARY KEY)",
                            "CREATE TABLE tmp_import (line TEXT)")
                    .forEach(statement -> connection.execute(Sql.text(statement))));
        }
    }

    private String run(int expected, String... arguments) {
        var all = new ArrayList<>(List.of("-c", directory.resolve("rubedo.toml").toString(), "generate", "--url", url,
                "--output", directory.resolve("src").toString()));
        all.addAll(List.of(arguments));
        if (!all.contains("--package")) {
            all.addAll(List.of("--package", "shop.model"));
        }
        var out = new StringWriter();
        var err = new StringWriter();
        int code = RubedoMigrations.run(all.toArray(String[]::new), MigrationEnvironment.DEFAULT, null,
                new PrintWriter(out, true), new PrintWriter(err, true));
        errors = err.toString();
        assertThat(code).as(errors).isEqualTo(expected);
        return out.toString().replace(directory.toString(), "");
    }

    @Test
    void entitiesAreWritten() throws IOException {
        assertThat(run(ExitCode.DONE)).isEqualTo("""
                Wrote /src/shop/model/Customer.java
                Wrote /src/shop/model/Order.java
                Wrote /src/shop/model/package-info.java
                1 detail of the schema is not preserved in the generated code:
                  Table "tmp_import": it has no primary key, so no entity is generated.
                """);
        assertThat(Files.readString(directory.resolve("src/shop/model/Order.java")))
                .contains("@Relationship(backPopulates = \"orders\") Customer customer();");
        assertThat(run(ExitCode.DONE, "--exclude", "tmp_*")).isEqualTo("3 files were up to date\n");
    }

    @Test
    void filesAreNotReplacedUnlessAsked() throws IOException {
        run(ExitCode.DONE, "--exclude", "tmp*");
        Path mine = directory.resolve("src/shop/model/Order.java");
        Files.writeString(mine, "// mine");

        run(ExitCode.FAILED, "--exclude", "tmp*");

        assertThat(errors)
                .startsWith("Error: \"" + mine + "\" exists and differs from the generated file. Nothing was"
                        + " written. Use --overwrite to replace it, or specify a different --output.");
        assertThat(mine).hasContent("// mine");
        assertThat(run(ExitCode.DONE, "--exclude", "tmp*", "--overwrite")).isEqualTo("""
                Wrote /src/shop/model/Order.java
                2 files were up to date
                """);
    }

    @Test
    void namesAreGivenByOptions() {
        String out = run(ExitCode.DONE, "--include", "customers", "--include", "orders", "--dry-run", "--portable",
                "--sets",
                "--no-cascades", "--class", "customers=Client", "--attribute", "orders.placed_at=placed",
                "--relationship",
                "orders.customer_id=buyer/purchases");

        assertThat(out).contains("// shop/model/Client.java\n",
                "@Relationship(backPopulates = \"buyer\") Set<Order> purchases();",
                "@Column(name = \"placed_at\") @Nullable LocalDateTime placed();",
                "@Relationship(backPopulates = \"purchases\") Client buyer();");
        assertThat(directory.resolve("src")).doesNotExist();
    }

    @Test
    void tablesAreWritten() {
        assertThat(run(ExitCode.DONE, "--kind", "tables", "--include", "o*", "--include", "c*")).isEqualTo("""
                Wrote /src/shop/model/Customers.java
                Wrote /src/shop/model/Orders.java
                Wrote /src/shop/model/Schema.java
                """);
    }

    @Test
    void optionsThatFitNothingAreRefused() {
        run(ExitCode.USAGE, "--exclude", "temp*");
        assertThat(errors).startsWith("No table matches \"temp*\". Correct --include or --exclude.");
        run(ExitCode.USAGE, "-x", "a=b");
        assertThat(errors).startsWith("-x has no effect on the command generate. Omit it.");
        run(ExitCode.USAGE, "--class", "client=Client");
        assertThat(errors)
                .startsWith("--class: there is no table \"client\". Correct the name, or omit the option.");
        run(ExitCode.USAGE, "--attribute", "orders.placed=placed");
        assertThat(errors).startsWith("--attribute: there is no column \"orders.placed\".");
        run(ExitCode.USAGE, "--kind", "records");
        assertThat(errors).startsWith("There is no kind \"records\". Use entities, tables or both.");
        run(ExitCode.USAGE, "--views");
        assertThat(errors).startsWith("--views requires --kind tables or --kind both");
        run(ExitCode.USAGE, "--package", "my-shop");
        assertThat(errors).contains("\"my-shop\" is not a valid Java package name.");
    }
}
