package dev.rubedo.orm.extension.guide;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.extension.guide.Payment_.PAYMENT;
import static dev.rubedo.sql.Functions.coalesce;
import static dev.rubedo.sql.Functions.sum;
import static dev.rubedo.sql.Sql.values;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Hybrid;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.QueryExpression;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Synonym;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Values;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A customer, whose hybrids are computed by Java and by the database. Confined to one thread at a time. */
@Entity(table = "customers")
public class Customer extends CustomerBase {
    interface Mapped {
        @Id
        Long id();

        String firstName();

        String lastName();

        int age();

        int discount();

        @Nullable
        String nick();

        /** The nick name under its other name. */
        @Synonym("nick")
        @Nullable
        String alias();

        /** How often the customer paid, if a query counts it. */
        @QueryExpression
        @Nullable
        Long payCount();

        @Relationship(backPopulates = "customer", cascade = Cascade.ALL_DELETE_ORPHAN)
        List<Payment> payments();
    }

    Customer() {}

    Customer(String fullName, int age) {
        fullName(fullName).age(age);
    }

    /** First name and last name. */
    @Hybrid
    public String fullName() {
        return firstName() + " " + lastName();
    }

    @Hybrid
    static Expression<String> fullName(Customer_ customer) {
        return customer.firstName.concat(" ").concat(customer.lastName);
    }

    public Customer fullName(String value) {
        int space = value.indexOf(' ');
        return firstName(value.substring(0, space)).lastName(value.substring(space + 1));
    }

    @Hybrid
    static Values fullName(Customer_ customer, String value) {
        int space = value.indexOf(' ');
        return values().set(customer.firstName, value.substring(0, space))
                .set(customer.lastName, value.substring(space + 1));
    }

    @Hybrid
    public boolean isAdult() {
        return age() >= 18;
    }

    @Hybrid
    static Condition isAdult(Customer_ customer) {
        return customer.age.ge(18);
    }

    @Hybrid
    public boolean olderThan(int years) {
        return age() > years;
    }

    @Hybrid
    static Condition olderThan(Customer_ customer, int years) {
        return customer.age.gt(years);
    }

    /** The part of a price that is paid, in percent. */
    @Hybrid
    public int rate() {
        return 100 - discount();
    }

    @Hybrid
    static Expression<Integer> rate(Customer_ customer) {
        return customer.discount.times(-1).plus(100);
    }

    public void rate(Integer percent) {
        discount(100 - percent);
    }

    @Hybrid
    static Values rate(Customer_ customer, Expression<Integer> percent) {
        return values().set(customer.discount, percent.times(-1).plus(100));
    }

    /** The sum of all payments, 0 if there are none. */
    @Hybrid
    public long paid() {
        return payments().stream().mapToLong(Payment::amount).sum();
    }

    @Hybrid
    static Expression<Long> paid(Customer_ customer) {
        return select(coalesce(sum(PAYMENT.amount), 0L)).where(PAYMENT.customerId.eq(customer.id)).scalar();
    }

    /** The nick name, or the first name. */
    @Hybrid
    public String shownName() {
        return Objects.requireNonNullElse(nick(), firstName());
    }

    @Hybrid
    static Expression<String> shownName(Customer_ customer) {
        return coalesce(customer.nick, customer.firstName);
    }

    /** The last name, compared without regard to case. */
    @Hybrid
    public Word word() {
        return new Word(lastName());
    }

    @Hybrid
    static WordColumn word(Customer_ customer) {
        return new WordColumn(customer.lastName);
    }
}
