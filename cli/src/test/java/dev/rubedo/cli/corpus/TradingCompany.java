package dev.rubedo.cli.corpus;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.*;

import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.Sql;

/** A trading company: names with capitals and spaces, keys of letters, checks between columns, a self-reference. Stateless. */
final class TradingCompany {
    private TradingCompany() {}

    static MetaData create() {
        var metaData = new MetaData();
        people(metaData);
        products(metaData);
        orders(metaData);
        return metaData;
    }

    private static void address(Table table) {
        table.add(column("Address", string(60)));
        table.add(column("City", string(15)));
        table.add(column("Region", string(15)));
        table.add(column("PostalCode", string(10)));
        table.add(column("Country", string(15)));
        table.add(Index.on("City").named("City on " + table.name()));
        table.add(Index.on("PostalCode").named("PostalCode on " + table.name()));
    }

    private static void people(MetaData metaData) {
        metaData.table("Region", column("RegionID", INTEGER).primaryKey().autoincrement(false),
                column("RegionDescription", character(50)).notNull());
        metaData.table("Territories", column("TerritoryID", string(20)).primaryKey(),
                column("TerritoryDescription", character(50)).notNull(), column("RegionID", INTEGER).notNull(),
                ForeignKey.on("RegionID").references("Region.RegionID").named("FK_Territories_Region"));
        var employees = metaData.table("Employees", column("EmployeeID", INTEGER).primaryKey(),
                column("LastName", string(20)).notNull(), column("FirstName", string(10)).notNull(),
                column("Title", string(30)), column("BirthDate", DATE), column("HireDate", DATE),
                column("Extension", string(4)), column("Photo", BINARY), column("Notes", TEXT),
                column("ReportsTo", INTEGER), column("Salary", REAL),
                Index.on("LastName").named("Employees by LastName"));
        employees.add(ForeignKey.on("ReportsTo").references("Employees.EmployeeID").named("FK_Employees_Employees"));
        address(employees);
        metaData.table("EmployeeTerritories", column("EmployeeID", INTEGER), column("TerritoryID", string(20)),
                PrimaryKey.on("EmployeeID", "TerritoryID").named("PK_EmployeeTerritories"),
                ForeignKey.on("EmployeeID").references("Employees.EmployeeID").named("FK_ET_Employees"),
                ForeignKey.on("TerritoryID").references("Territories.TerritoryID").named("FK_ET_Territories"));
        var customers = metaData.table("Customers", column("CustomerID", character(5)).primaryKey(),
                column("CompanyName", string(40)).notNull(), column("ContactName", string(30)),
                Index.on("CompanyName").named("Customers by CompanyName"));
        address(customers);
        metaData.table("CustomerDemographics", column("CustomerTypeID", character(10)).primaryKey(),
                column("CustomerDesc", TEXT));
        metaData.table("CustomerCustomerDemo", column("CustomerID", character(5)),
                column("CustomerTypeID", character(10)), PrimaryKey.on("CustomerID", "CustomerTypeID"),
                ForeignKey.on("CustomerTypeID").references("CustomerDemographics.CustomerTypeID").named("FK_CCD_Type"),
                ForeignKey.on("CustomerID").references("Customers.CustomerID").named("FK_CCD_Customers"));
    }

    private static void products(MetaData metaData) {
        metaData.table("Categories", column("CategoryID", INTEGER).primaryKey(),
                column("CategoryName", string(15)).notNull(), column("Description", TEXT), column("Picture", BINARY),
                Index.on("CategoryName").named("CategoryName"));
        var suppliers = metaData.table("Suppliers", column("SupplierID", INTEGER).primaryKey(),
                column("CompanyName", string(40)).notNull(), column("HomePage", TEXT));
        address(suppliers);
        var products = metaData.table("Products", column("ProductID", INTEGER).primaryKey(),
                column("ProductName", string(40)).notNull(), column("SupplierID", INTEGER),
                column("CategoryID", INTEGER), column("QuantityPerUnit", string(20)),
                column("UnitPrice", numeric(19, 4)).serverDefault("0"),
                column("UnitsInStock", SMALLINT).serverDefault("0"),
                column("UnitsOnOrder", SMALLINT).serverDefault("0"),
                column("Discontinued", BOOLEAN).notNull().serverDefault(Sql.literal(false)),
                ForeignKey.on("CategoryID").references("Categories.CategoryID").named("FK_Products_Categories"),
                ForeignKey.on("SupplierID").references("Suppliers.SupplierID").named("FK_Products_Suppliers"),
                Index.on("ProductName").named("ProductName"));
        products.add(CheckConstraint.of(products.column("UnitPrice", java.math.BigDecimal.class)
                .ge(java.math.BigDecimal.ZERO)).named("CK_Products_UnitPrice"));
        products.add(CheckConstraint.of(products.column("UnitsInStock", Short.class).ge((short) 0)
                .or(products.column("UnitsOnOrder", Short.class).gt((short) 0))).named("CK_Units"));
        metaData.table("Current Product List", ViewDefinition.of(
                Sql.select(products.column("ProductID"), products.column("ProductName"))
                        .where(products.column("Discontinued", Boolean.class).eq(false))));
    }

    private static void orders(MetaData metaData) {
        metaData.table("Shippers", column("ShipperID", INTEGER).primaryKey(),
                column("CompanyName", string(40)).notNull(), column("Phone", string(24)));
        metaData.table("Orders", column("OrderID", INTEGER).primaryKey(), column("CustomerID", character(5)),
                column("EmployeeID", INTEGER), column("OrderDate", timestamp(0)), column("ShipVia", INTEGER),
                column("Freight", numeric(19, 4)).serverDefault("0"), column("ShipName", string(40)),
                ForeignKey.on("CustomerID").references("Customers.CustomerID").named("FK_Orders_Customers"),
                ForeignKey.on("EmployeeID").references("Employees.EmployeeID").named("FK_Orders_Employees"),
                ForeignKey.on("ShipVia").references("Shippers.ShipperID").named("FK_Orders_Shippers"),
                Index.on("CustomerID").named("CustomersOrders"), Index.on("OrderDate").named("OrderDate"));
        var details = metaData.table("Order Details", column("OrderID", INTEGER), column("ProductID", INTEGER),
                column("UnitPrice", numeric(19, 4)).notNull().serverDefault("0"),
                column("Quantity", SMALLINT).notNull().serverDefault("1"),
                column("Discount", REAL).notNull().serverDefault("0"),
                PrimaryKey.on("OrderID", "ProductID").named("PK_Order_Details"),
                ForeignKey.on("OrderID").references("Orders.OrderID").named("FK_Order_Details_Orders"),
                ForeignKey.on("ProductID").references("Products.ProductID").named("FK_Order_Details_Products"),
                Index.on("ProductID").named("ProductsOrder_Details"));
        details.add(CheckConstraint.of(details.column("Quantity", Short.class).gt((short) 0)).named("CK_Quantity"));
        details.add(CheckConstraint.of(details.column("Discount", Float.class).between(0f, 1f)).named("CK_Discount"));
    }
}
