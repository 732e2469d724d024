package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an entity the root of an inheritance hierarchy, or sets options of an entity within one. An entity inherits
 * from another if its {@code Mapped} extends that of the other:
 *
 * {@snippet :
 * @Entity(table = "employees")
 * @Polymorphic(on = "type")
 * public class Employee extends EmployeeBase {
 *     protected interface Mapped {
 *         @Id Long id();
 *         String name();
 *     }
 * }
 *
 * @Entity(table = "engineers") // a table of its own: joined-table inheritance; without it, single-table inheritance
 * @Polymorphic(identity = "engineer")
 * public final class Engineer extends EngineerBase { // EngineerBase extends Employee
 *     interface Mapped extends Employee.Mapped {
 *         String language();
 *     }
 * }
 * }
 *
 * <p>An abstract class has no rows of its own; only its subclasses do. Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Polymorphic {

    /**
     * Returns, at the root, the name of the discriminator: the attribute whose value in a row determines the class of
     * its object. The session writes it; it has no setter. If no attribute has this name, a string column is added for
     * it, which has no accessors but can be used in queries.
     */
    String on() default "";

    /**
     * Returns the value of the discriminator in rows of this class: a string, the name of an enum constant or an
     * integer, depending on the type of the discriminator. If empty, the simple name of the class; for an enum, the
     * constant whose name is that name in upper case.
     */
    String identity() default "";

    /**
     * Returns, at the root, whether each class has a table with all its attributes, including inherited ones
     * (concrete-table inheritance). Rows of different classes are independent of each other: there is no discriminator,
     * and two objects of different classes may have the same key. A query of a superclass reads all tables with
     * {@code UNION ALL}. No foreign key can refer to a superclass.
     */
    boolean concrete() default false;

    /**
     * Returns, at the root, whether rows whose discriminator is NULL or not the value of any class are read as objects
     * of the root itself, which keep that value. Otherwise such a row is an error. The root must not be abstract.
     */
    boolean unknownAsRoot() default false;

    /**
     * Returns, at the root, whether the deletion of an object deletes only its row in the table of the root and leaves
     * those in the tables of its subclasses to the database: their foreign keys have {@code ON DELETE CASCADE}. An
     * existing table must have such a foreign key, and SQLite must enforce foreign keys, as it does by default.
     */
    boolean passiveDeletes() default false;

    /**
     * Returns when the attributes in the table of this subclass are loaded if a query reads a superclass:
     * {@code JOINED} by a left join in the same statement, {@code SELECT_IN} by one statement right after it,
     * {@code BATCH} on first access, for all objects of this class in the result. A query can override this.
     */
    Loading loading() default Loading.BATCH;
}
