package dev.rubedo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.migrate.command.MigrationEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that converts entities of JPA. */
class ConvertJpaTest {
    @TempDir private Path directory;
    private String errors = "";

    private String run(int expected, String... more) {
        var all = new ArrayList<>(List.of("convert-jpa", directory.resolve("old").toString(), "-o",
                directory.resolve("new").toString()));
        all.addAll(List.of(more));
        var out = new StringWriter();
        var err = new StringWriter();
        int code = RubedoMigrations.run(all.toArray(String[]::new), MigrationEnvironment.DEFAULT, null,
                new PrintWriter(out, true), new PrintWriter(err, true));
        errors = err.toString().replace(directory.toString(), "");
        assertThat(code).as(errors).isEqualTo(expected);
        return out.toString();
    }

    private void source(String name, String text) throws IOException {
        var file = directory.resolve("old/shop/" + name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "package shop;\n\n" + text);
    }

    private String converted(String name) throws IOException {
        return Files.readString(directory.resolve("new/shop/" + name + ".java"));
    }

    /** Compiles what was written, with the processor. */
    private String compiled() throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-proc:full", "-d", directory.resolve("classes").toString(), "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator
                                + System.getProperty("jdk.module.path", "")));
        try (var files = Files.walk(directory.resolve("new"))) {
            files.filter(each -> each.toString().endsWith(".java")).forEach(each -> arguments.add(each.toString()));
        }
        arguments.add(directory.resolve("old/shop/Level.java").toString());
        var messages = new ByteArrayOutputStream();
        ToolProvider.getSystemJavaCompiler().run(null, null, messages, arguments.toArray(String[]::new));
        return messages.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("error"))
                .toList().toString();
    }

    private void shop() throws IOException {
        source("Base", """
                import jakarta.persistence.*;

                @MappedSuperclass
                public abstract class Base {
                    @Id @GeneratedValue private Long id;
                    @Version private int version;

                    public Long getId() { return id; }
                    public void setId(Long id) { this.id = id; }
                    public boolean isNew() { return id == null; }
                }
                """);
        source("Customer", """
                import jakarta.persistence.*;
                import java.util.*;

                /** Who buys. */
                @Entity
                @Table(name = "customers", uniqueConstraints = @UniqueConstraint(name = "uq_mail", columnNames = "mail"))
                public class Customer extends Base {
                    @Column(name = "mail", length = 100, nullable = false) private String email;
                    @Enumerated(EnumType.STRING) private Level level = Level.NEW;
                    @Embedded
                    @AttributeOverride(name = "town", column = @Column(name = "home_town"))
                    private Address home;
                    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL, orphanRemoval = true)
                    @OrderBy("number DESC")
                    private List<Order> orders = new ArrayList<>();
                    @ElementCollection private Set<String> phones = new HashSet<>();
                    @Transient private int visits;

                    protected Customer() {}
                    public Customer(String email) { this.email = email; }

                    public String getEmail() { return email; }
                    public void setEmail(String email) { this.email = email.toLowerCase(Locale.ROOT); }
                    public void add(Order order) { orders.add(order); order.customer = this; visits++; }
                }
                """);
        source("Level", "public enum Level { NEW, OLD }\n");
        source("Address", """
                import jakarta.persistence.Embeddable;

                @Embeddable
                public class Address {
                    private String street;
                    private String town;
                }
                """);
        source("Order", """
                import javax.persistence.*;
                import java.util.Date;

                @Entity
                @Table(name = "orders")
                @NamedQuery(name = "all", query = "select o from Order o")
                public class Order extends Base {
                    private int number;
                    @Temporal(TemporalType.DATE) private Date placed;
                    @ManyToOne(optional = false) @JoinColumn(name = "cust") Customer customer;

                    public int next() { number += 10; return this.number; }
                }
                """);
    }

    @Test
    void attributesBecomeMethodsOfMappedAndUsesOfFieldsCalls() throws IOException {
        shop();
        run(ExitCode.DONE);

        assertThat(converted("Customer")).isEqualTo("""
                package shop;

                import dev.rubedo.mapping.Cascade;
                import dev.rubedo.mapping.Column;
                import dev.rubedo.mapping.Default;
                import dev.rubedo.mapping.Embedded;
                import dev.rubedo.mapping.Entity;
                import dev.rubedo.mapping.Relationship;
                import dev.rubedo.mapping.Unique;
                import java.util.*;
                import org.jspecify.annotations.Nullable;

                /**
                 * Who buys.
                 */
                @Entity(table = "customers")
                @Unique(name = "uq_mail", on = { "email" })
                public final class Customer extends CustomerBase {

                    interface Mapped extends Base {

                        @Column(name = "mail", length = 100)
                        String getEmail();

                        @Default("NEW")
                        @Nullable
                        Level getLevel();

                        @Embedded(columns = { "street", "home_town" })
                        @Nullable
                        Address getHome();

                        @Relationship(backPopulates = "customer", cascade = Cascade.ALL_DELETE_ORPHAN, orderBy = "number desc")
                        List<Order> getOrders();
                    }

                    private Set<String> phones = new HashSet<>();

                    private int visits;

                    protected Customer() {
                    }

                    public Customer(String email) {
                        setEmail(email);
                    }

                    public void setEmail(String email) {
                        super.setEmail(email.toLowerCase(Locale.ROOT));
                    }

                    public void add(Order order) {
                        getOrders().add(order);
                        order.setCustomer(this);
                        visits++;
                    }
                }
                """);
        assertThat(converted("Order")).contains("""
                    interface Mapped extends Base {

                        int getNumber();

                        @Nullable
                        LocalDate getPlaced();

                        @ForeignKey("customers.id")
                        @Column(name = "cust")
                        Long getCustomerId();

                        @Relationship(backPopulates = "orders", cascade = {}, foreignKey = "customerId")
                        Customer getCustomer();
                    }

                    public int next() {
                        setNumber(getNumber() + 10);
                        return getNumber();
                    }
                """);
        assertThat(converted("Base")).contains("""
                public interface Base {

                    @Id
                    @Setter(Access.PUBLIC)
                    Long getId();

                    @Version
                    int getVersion();

                    default boolean isNew() {
                        return getId() == null;
                    }
                }
                """);
        assertThat(compiled()).isEqualTo("[]");
    }

    @Test
    void theReportNamesWhatIsLeftByAnnotation() throws IOException {
        shop();
        source("Odd", """
                import jakarta.persistence.*;

                @Entity
                public class Odd extends Thread {
                    @Id private String code;
                }
                """);

        assertThat(run(ExitCode.DONE, "--dry-run")).isEqualTo("""
                Converted 2 entities, 1 superclass (to mixins or interfaces) and 1 embeddable class (to records).
                Not converted: Odd

                @ElementCollection (1)
                  shop/Customer.java:18 "Customer.phones": left out. Write an entity for its table, with a relationship, or store \
                the values as a document with @Json.

                @Embeddable (1)
                  shop/Address.java:5 "Address" is now a record without setters. Assign a new instance instead. Its other methods and \
                annotations were dropped.

                @NamedQuery (1)
                  shop/Order.java:8 "Order": dropped. Write queries as methods that return select(...).

                @Temporal (1)
                  shop/Order.java:11 "Order.placed": its type is LocalDate instead of Date.

                accessor (1)
                  shop/Customer.java:25 "Customer": "setEmail" overrides the generated accessor.

                class (1)
                  shop/Odd.java:5 "Odd" was not converted: it extends "Thread", which has attributes that are not mapped, or is \
                not among the sources: an entity extends only its generated base class.

                initial value (1)
                  shop/Customer.java:11 "Customer.level": "NEW" is set by the flush (@Default), not by the constructor.
                """);
        assertThat(directory.resolve("new")).doesNotExist();
    }

    @Test
    void whatWouldBeStoredOtherwiseIsReported() throws IOException {
        source("Level", "public enum Level { NEW, OLD }\n");
        source("Thing", """
                import jakarta.persistence.*;

                @Entity
                public class Thing {
                    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) private Long id;
                    private Level level;
                }
                """);

        assertThat(run(ExitCode.DONE, "--dry-run")).contains("@GeneratedValue(SEQUENCE) (1)\n", """
                "Thing.id": the entity expects an identity column, but the existing key comes from a sequence. \
                Migrate the column, starting after the largest key.""", "@Enumerated(ORDINAL) (1)\n",
                """
                "Thing.level": the entity stores the name of the constant, but the existing column contains its ordinal.""");
    }

    @Test
    void initialValuesAreThoseOfTheLiterals() throws IOException {
        source("Level", "public enum Level { NEW, OLD }\n");
        source("Thing", """
                import jakarta.persistence.*;

                @Entity
                public class Thing {
                    @Id @GeneratedValue private Long id;
                    private int mask = 0xFF;
                    private long octal = 0_17L;
                    private int debt = -1_000;
                    private double rate = 1.5d;
                    private String tab = "a\\tb";
                    private String block = \"""
                            one
                            "two"
                            \""";
                }
                """);
        run(ExitCode.DONE);

        assertThat(converted("Thing")).contains("@Default(\"255\")\n        int getMask", "@Default(\"15\")\n",
                "@Default(\"-1000\")\n", "@Default(\"1.5\")\n", "@Default(\"a\\tb\")\n",
                "@Default(\"one\\n\\\"two\\\"\\n\")\n");
    }

    @Test
    void anAbstractClassThatNoEntityExtendsStaysInItsFile() throws IOException {
        source("Level", "public enum Level { NEW, OLD }\n");
        source("Item", """
                import jakarta.persistence.*;

                abstract class Codes {
                    static String clean(String code) { return code.strip(); }
                }

                @Entity
                public class Item {
                    @Id private String code;

                    public String clean() { return Texts.upper(Codes.clean(code)); }
                }

                abstract class Texts {
                    static String upper(String text) { return text.toUpperCase(java.util.Locale.ROOT); }
                }
                """);
        run(ExitCode.DONE);

        assertThat(converted("Item")).contains("abstract class Codes {", "abstract class Texts {");
        assertThat(compiled()).isEqualTo("[]");
    }

    @Test
    void anEntityWhoseKeyIsAnObjectIsRefused() throws IOException {
        source("Address", "@jakarta.persistence.Embeddable\npublic class Address {\n    private String town;\n}\n");
        source("House", "import jakarta.persistence.*;\n\n@Entity\npublic class House {\n    @Id Address place;\n}\n");

        assertThat(run(ExitCode.DONE)).contains("Not converted: House\n",
                "\"House\" was not converted: its key is an embedded object. Declare the parts of the key as attributes with @Id.");
        assertThat(directory.resolve("new/shop/House.java")).doesNotExist();
    }

    @Test
    void theClassesOfOneFileGetFilesOfTheirOwn() throws IOException {
        source("Level", "enum Level { LOW }\n");
        source("All", """
                import jakarta.persistence.*;

                enum Kind { BIG, SMALL }
                @Embeddable class Place { private String town; }
                @Entity class House { @Id private Long id; private Place place; private Kind kind; }
                @Entity class Tree { @Id private Long id; @ManyToOne private House house; }
                class Rest { }
                """);

        assertThat(run(ExitCode.DONE)).contains("Converted 2 entities,", "1 embeddable class (to records).")
                .doesNotContain("Not converted");
        assertThat(converted("House")).contains("enum Kind", "class House extends HouseBase", "class Rest")
                .doesNotContain("Place {", "class Tree");
        assertThat(converted("Tree")).contains("class Tree extends TreeBase").doesNotContain("Kind", "Rest");
        assertThat(compiled()).isEqualTo("[]");
    }

    @Test
    void theOtherTypesOfAFileStayWithAClassThatIsConverted() throws IOException {
        source("Level", "enum Level { LOW }\n");
        source("All", """
                import jakarta.persistence.*;

                @Entity class Odd extends Thread { @Id private Long id; }
                enum Kind { BIG, SMALL }
                @Entity class House { @Id private Long id; private Kind kind; }
                """);
        source("Parts", "@jakarta.persistence.Embeddable class Part { private Form form; }\nenum Form { ROUND }\n");

        assertThat(run(ExitCode.DONE)).contains("Not converted: Odd\n",
                "shop/Parts.java:3 The other types [Form] of its file are not persistent and were not copied. Copy them.");
        assertThat(converted("House")).contains("enum Kind").doesNotContain("Odd");
    }

    @Test
    void filesThatExistAreNotReplaced() throws IOException {
        shop();
        run(ExitCode.DONE);
        var before = converted("Order");
        Files.writeString(directory.resolve("new/shop/Order.java"), "mine");

        run(ExitCode.FAILED);

        assertThat(errors).contains(".java\" already exists. Specify a different --output. Nothing was written.");
        assertThat(converted("Order")).isEqualTo("mine").isNotEqualTo(before);
    }
}
