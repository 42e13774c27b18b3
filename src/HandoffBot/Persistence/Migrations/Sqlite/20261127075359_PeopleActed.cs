using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PeopleActed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "acted_at", table: "people", type: "INTEGER", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "acted_at", table: "people");
        }
    }
}
