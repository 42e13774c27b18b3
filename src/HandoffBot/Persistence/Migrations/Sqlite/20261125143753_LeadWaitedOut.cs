using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LeadWaitedOut : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "waited_out",
                table: "leads",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "waited_out", table: "leads");
        }
    }
}
