using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Shifts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "away",
                table: "members",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "No"
            );

            migrationBuilder.AddColumn<long>(name: "away_until", table: "members", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "on_until", table: "members", type: "INTEGER", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "away", table: "members");

            migrationBuilder.DropColumn(name: "away_until", table: "members");

            migrationBuilder.DropColumn(name: "on_until", table: "members");
        }
    }
}
