using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TeamsAndPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "masking",
                table: "teams",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "Usual"
            );

            migrationBuilder.AddColumn<string>(
                name: "work_week",
                table: "teams",
                type: "TEXT",
                maxLength: 1024,
                nullable: true
            );

            migrationBuilder.AddColumn<long>(name: "acted_at", table: "people", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<int>(name: "meant_team", table: "people", type: "INTEGER", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "masking", table: "teams");

            migrationBuilder.DropColumn(name: "work_week", table: "teams");

            migrationBuilder.DropColumn(name: "acted_at", table: "people");

            migrationBuilder.DropColumn(name: "meant_team", table: "people");
        }
    }
}
