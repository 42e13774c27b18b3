using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PeopleActed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "acted_at", table: "people", type: "bigint", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "acted_at", table: "people");
        }
    }
}
